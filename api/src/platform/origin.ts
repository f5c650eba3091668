import type { FastifyRequest } from 'fastify';
import { config } from './config.ts';

/** The origin under which people see us: the configured one, else that of the request. */
export const originOf = ({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>) =>
  new URL(config().PUBLIC_URL ?? `${protocol}://${host}`).origin;
