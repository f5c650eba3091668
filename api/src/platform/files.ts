import { applyDecorators } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Refusal } from './refusal.ts';

/** The largest file that comes whole in one request, in bytes; a route may take less. */
export const largestFile = 20_000_000;
const binary = 'application/octet-stream';

/** Lets a route take a file as the bytes of the request: whatever it claims to be, its content is looked at. */
export function takeFiles(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser(binary, { parseAs: 'buffer', bodyLimit: largestFile }, (_, body, parsed) =>
    parsed(null, body),
  );
}

/** The body is a file, sent as bytes. */
export const TakesFile = () =>
  applyDecorators(ApiConsumes(binary), ApiBody({ schema: { type: 'string', format: 'binary' } }));

/** The bytes of such a request, at most so many. */
export function fileOf(body: unknown, most = largestFile): Buffer {
  if (!Buffer.isBuffer(body)) throw new Refusal('wrong_media_type');
  if (body.length > most) throw new Refusal('too_large');
  return body;
}
