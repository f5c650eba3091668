import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse, Refusal } from './refusal.ts';
import { pathOf, Storage, typeOf } from './storage.ts';

const blobName = /^([0-9a-f]{64})\.([a-z0-9]{2,5})$/;
const variants = [
  ['br', '.br'],
  ['gzip', '.gz'],
  ['', ''],
] as const;

/** What was read of late, within so many bytes. Its names are hashes, so that what it holds cannot age. */
class Shelf {
  private readonly held = new Map<string, Buffer>();
  private size = 0;

  constructor(private readonly most: number) {}

  async read(file: string): Promise<Buffer | undefined> {
    const held = this.held.get(file) ?? (await readFile(file).catch(() => undefined));
    if (held) this.keep(file, held);
    return held;
  }

  private keep(file: string, bytes: Buffer): void {
    if (!this.held.delete(file)) this.size += bytes.length;
    this.held.set(file, bytes);
    for (const [oldest, { length }] of this.held) {
      if (this.size <= this.most) return;
      this.held.delete(oldest);
      this.size -= length;
    }
  }
}

const shelf = new Shelf(32_000_000);

/** Serves public files by hash: a name never means other bytes, so a copy never ages. Nothing in them can run. */
export function serveBlobs(app: NestFastifyApplication): void {
  const { root } = app.get(Storage);
  const fastify = app.getHttpAdapter().getInstance();

  fastify.get<{ Params: { name: string } }>('/api/blobs/:name', async (request, reply) => {
    const [, sha, ending] = blobName.exec(request.params.name) ?? [];
    const type = ending && typeOf[ending];
    if (!sha || !ending || !type) return refuse(reply, new Refusal('not_found'));
    const tag = `"${sha}"`;
    reply
      .header('etag', tag)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('vary', 'accept-encoding')
      .type(type === 'text/html' ? 'text/html; charset=utf-8' : type);
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    return sendBest(request, reply, join(root, pathOf(sha, ending)));
  });
}

/** The smallest variant that exists and the caller reads. */
async function sendBest(request: FastifyRequest, reply: FastifyReply, file: string): Promise<FastifyReply> {
  const accepted = request.headers['accept-encoding'] ?? '';
  for (const [encoding, ending] of variants) {
    if (!accepted.includes(encoding)) continue;
    const bytes = await shelf.read(file + ending);
    if (!bytes) continue;
    if (encoding) reply.header('content-encoding', encoding);
    return reply.send(bytes);
  }
  return refuse(reply.removeHeader('etag'), new Refusal('not_found'));
}
