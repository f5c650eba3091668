import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Visit } from './access.ts';
import { Buckets } from './limits.ts';
import { originOf } from './origin.ts';
import { refuse, Refusal } from './refusal.ts';

/** An office shares one address: it may ask as much as this many people. */
const peopleByAddress = 20;
const longestAddress = 2048;
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What every request passes before any route: sizes, speed, where it comes from; and what every answer carries. */
export function guard(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const buckets = app.get(Buckets);

  fastify.addHook('onRequest', (request, reply, next) => {
    reply.header('x-content-type-options', 'nosniff').header('x-request-id', request.id);
    try {
      if (request.url.length > longestAddress) throw new Refusal('address_too_long');
      buckets.take(`address ${request.ip}`, peopleByAddress);
      if (!safe.has(request.method) && !comesFromHere(request)) throw new Refusal('wrong_origin');
      next();
    } catch (error) {
      refuse(reply, error);
    }
  });
  fastify.addHook('onSend', (request, reply, _payload, next) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    next();
  });
  fastify.addHook('onResponse', (request: Visit, reply, next) => {
    request.log.info({ req: request, res: reply, person: request.actor?.id, ms: reply.elapsedTime }, 'answered');
    next();
  });
}

/** A browser says where a form or a script that writes comes from; a program that is no browser says nothing and carries no cookie. */
function comesFromHere(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site, cookie } = request.headers;
  if (typeof site === 'string') return site === 'same-origin';
  if (origin === undefined) return cookie === undefined;
  return origin === originOf(request);
}
