import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { config } from './config.ts';

/** The address of a page without what is a secret: the token of a link that sets a password. */
const pathOf = (url: string) => url.split('?')[0]?.replace(/^(\/recuperar\/).+/, '$1…');

/** One JSON line an event, without personal data: no body, no query, no address, no RUN. */
export const makeLogger = (): Logger =>
  pino({
    level: config().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: (request: { method: string; url: string; id: string }) => ({
        method: request.method,
        path: pathOf(request.url),
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  });

/** Nest's own lines, through the same logger. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string) {
    this.logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string) {
    this.logger.warn({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]) {
    const context = rest.at(-1);
    this.logger.error({ context, err: message instanceof Error ? message : undefined }, String(message));
  }
}
