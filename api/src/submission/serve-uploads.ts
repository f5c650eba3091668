import type { IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Doorman } from '../platform/access.ts';
import { newId } from '../platform/id.ts';
import { Buckets } from '../platform/limits.ts';
import { problemOf, refuse, Refusal, refusalOf } from '../platform/refusal.ts';
import { PrivateFiles } from './private-files.ts';
import { UploadService } from './upload.service.ts';

/** A piece must arrive in 30 seconds: at 400 kbit/s, this much does with room to spare. */
const longestPiece = 1024 * 1024;
const path = '/api/uploads';
type Asked = FastifyRequest<{ Params: { id?: string } }>;
type Runtime = { runtime?: { node?: { req?: IncomingMessage } } };

/** Resumable uploads (tus 1.0). GET is not routed: it would hand the file out. Who may send is asked before each piece. */
export async function serveUploads(app: NestFastifyApplication): Promise<void> {
  const uploads = app.get(UploadService, { strict: false });
  const doorman = app.get(Doorman, { strict: false });
  const senders = new WeakMap<IncomingMessage, Actor>();
  const tus = tusServer(uploads, app.get(PrivateFiles, { strict: false }), senders);

  /** Who sends, if they may. */
  const admit = async (request: Asked): Promise<Actor> => {
    const actor = await doorman.actorOf(request);
    if (!actor) throw new Refusal('unauthenticated');
    app.get(Buckets).take(`person ${actor.id}`);
    if (request.params.id) await uploads.mine(actor, request.params.id);
    if (Number(request.headers['content-length'] ?? 0) > longestPiece) throw new Refusal('too_large');
    return actor;
  };
  const answer = async (request: Asked, reply: FastifyReply) => {
    senders.set(request.raw, await admit(request));
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value);
    reply.hijack();
    await tus.handle(request.raw, reply.raw);
    if (request.params.id && request.method === 'DELETE') await uploads.cancel(request.params.id);
  };
  const routes = (fastify: FastifyInstance, _: unknown, done: () => void) => {
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser('application/offset+octet-stream', (_request, _body, parsed) => parsed(null));
    fastify.setErrorHandler((error, _request, reply) => refuse(reply, error));
    fastify.post(path, answer);
    fastify.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: `${path}/:id`, handler: answer });
    done();
  };
  await app.register(routes);
}

function tusServer(uploads: UploadService, files: PrivateFiles, senders: WeakMap<IncomingMessage, Actor>): Server {
  const senderOf = (request: Runtime): Actor => {
    const raw = request.runtime?.node?.req;
    const actor = raw && senders.get(raw);
    if (!actor) throw toTus(new Refusal('unauthenticated'));
    return actor;
  };
  return new Server({
    path,
    datastore: new FileStore({ directory: files.arriving }),
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => newId(),
    onUploadCreate: async (request, { id, size, metadata }) => {
      await uploads.announce(senderOf(request as Runtime), id, size, metadata).catch(throwToTus);
      return {};
    },
    onUploadFinish: async (request, { id }) => {
      await uploads.finish(senderOf(request as Runtime), id).catch(throwToTus);
      return {};
    },
  });
}

/** As tus wants its errors: a status and the body, which is our problem. */
function toTus(error: unknown) {
  const problem = problemOf(refusalOf(error));
  return Object.assign(new Error(problem.code), { status_code: problem.status, body: JSON.stringify(problem) });
}

function throwToTus(error: unknown): never {
  throw toTus(error);
}
