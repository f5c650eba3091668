import { brotliCompress, constants, gzip } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Done = (error: Error | null, bytes?: Buffer) => void;

/** Shorter than this, an answer fits in a packet as it is. */
const worthwhile = 1000;
const quickly = {
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
};
const encoders = {
  br: (text: string, done: Done) => brotliCompress(text, { params: quickly }, done),
  gzip: (text: string, done: Done) => gzip(text, { level: 5 }, done),
};

/** Compresses every text that is made on the spot, documents and answers alike, as the caller reads it. */
export function compress(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (request, reply, payload, next) => {
    const encode = typeof payload === 'string' && payload.length >= worthwhile && encoderFor(request, reply);
    if (encode) encode(payload, next);
    else next(null, payload);
  });
}

function encoderFor({ headers }: FastifyRequest, reply: FastifyReply) {
  if (reply.hasHeader('content-encoding')) return undefined;
  const vary = reply.getHeader('vary');
  if (!String(vary).includes('accept-encoding'))
    reply.header('vary', vary ? `${String(vary)}, accept-encoding` : 'accept-encoding');
  const accepted = headers['accept-encoding'] ?? '';
  const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name));
  if (!encoding) return undefined;
  reply.header('content-encoding', encoding).removeHeader('content-length');
  return encoders[encoding];
}
