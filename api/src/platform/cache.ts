import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A weak name for this answer, whoever encodes it. */
export const tagOf = (body: string) => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Answers `body` with its ETag, or 304 when the caller holds it. `scope` says who may keep a copy; all ask again before use. */
export function answerTagged(request: FastifyRequest, reply: FastifyReply, body: unknown, scope: 'public' | 'private') {
  const text = JSON.stringify(body);
  const tag = tagOf(text);
  reply.header('etag', tag).header('cache-control', `${scope}, no-cache`).type('application/json; charset=utf-8');
  if (scope === 'private') reply.header('vary', 'cookie');
  return request.headers['if-none-match'] === tag ? reply.status(304).send() : reply.send(text);
}
