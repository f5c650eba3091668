import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tagOf } from './cache.ts';
import { config } from './config.ts';
import { originOf } from './origin.ts';
import { refuse, Refusal } from './refusal.ts';

type Rendered = { status: number; headers: Headers; body: string; fault?: unknown };
type Render = (request: Request, ask: (request: Request) => Promise<Response>) => Promise<Rendered>;
type WebServer = { createRender: (template: string, manifest: unknown, visits: AsyncLocalStorage<unknown>) => Render };

const dist = fileURLToPath(new URL('../../../web/dist/', import.meta.url));
const aYear = 31_536_000_000;

const documentHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  vary: 'cookie, accept-encoding',
};

/** What of a visit the API must know when the page asks it on the visitor's behalf. */
const passedOn = ['cookie', 'user-agent', 'accept-language', 'origin', 'sec-fetch-site', 'host'];

/** Serves the built web beside the API: its files, and for any other address of ours the whole document. */
export async function serveWeb(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  for (const lost of ['/api/*', '/health/*']) fastify.all(lost, (_, reply) => refuse(reply, new Refusal('not_found')));
  const { WEB_DEV } = config();
  if (WEB_DEV) {
    fastify.get('/*', (request, reply) => reply.redirect(new URL(WEB_DEV).origin + request.url));
    return;
  }
  await serveFiles(app);
  await app.register(documents, { render: await loadRender() });
}

/** Names with a hash never mean other bytes; the few without are asked for again each day. */
async function serveFiles(app: NestFastifyApplication): Promise<void> {
  const files = { root: dist, serve: false, preCompressed: false };
  await app.register(fastifyStatic, files);
  const fastify = app.getHttpAdapter().getInstance();
  for (const file of ['favicon.svg', 'robots.txt']) {
    fastify.get(`/${file}`, (_, reply) => reply.sendFile(file, { maxAge: 86_400_000 }));
  }
  await app.register(fastifyStatic, {
    root: `${dist}assets`,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    maxAge: aYear,
    immutable: true,
    etag: false,
    lastModified: false,
  });
}

/** Read once: a later build does not change what this process serves. */
async function loadRender(): Promise<Render> {
  const { createRender } = (await import(pathToFileURL(`${dist}server.js`).href)) as WebServer;
  const template = await readFile(`${dist}index.html`, 'utf8');
  const manifest: unknown = JSON.parse(await readFile(`${dist}manifest.json`, 'utf8'));
  return createRender(template, manifest, new AsyncLocalStorage());
}

/** In a scope of its own, as here alone a form may arrive as a form. */
function documents(fastify: FastifyInstance, { render }: { render: Render }, done: () => void): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 64 * 1024 },
    (_, body, parsed) => parsed(null, body),
  );
  fastify.setErrorHandler((error, _, reply) => refuse(reply, error));
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    if (isFile(request)) throw new Refusal('not_found');
    const rendered = await render(requestOf(request), (asked) => askInside(fastify, request, asked));
    if (rendered.fault !== undefined) request.log.error({ err: rendered.fault }, 'page broke');
    return sendDocument(request, reply, rendered);
  };
  fastify.get('/*', answer);
  fastify.post('/*', answer);
  done();
}

/** No page has a dot in its name: what does is a file that is not here. */
const isFile = ({ url }: FastifyRequest) => /\.\w+$/.test(url.split('?')[0] ?? '');

function requestOf(request: FastifyRequest): Request {
  const origin = originOf(request);
  const headers = headersOf(request, [...passedOn, 'content-type']);
  const body = typeof request.body === 'string' ? request.body : null;
  const address = origin + request.url; // not resolved: `//elsewhere` would be another origin
  if (!URL.canParse(address)) throw new Refusal('malformed');
  return new Request(address, { method: request.method, headers, body });
}

const headersOf = ({ headers }: FastifyRequest, names: string[]) =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])));

/** Asks the API without leaving the process, as the visitor would. */
async function askInside(fastify: FastifyInstance, visitor: FastifyRequest, asked: Request): Promise<Response> {
  const { pathname, search } = new URL(asked.url);
  const payload = asked.body ? await asked.text() : undefined;
  const answer = await fastify.inject({
    method: asked.method as 'GET',
    url: pathname + search,
    remoteAddress: visitor.ip,
    headers: { ...Object.fromEntries(asked.headers), ...headersOf(visitor, passedOn) },
    ...(payload !== undefined && { payload }),
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of [value].flat()) if (each !== undefined) headers.append(name, String(each));
  }
  const bodiless = answer.statusCode === 204 || answer.statusCode === 304;
  return new Response(bodiless ? null : answer.payload, { status: answer.statusCode, headers });
}

const isSignedIn = ({ headers: { cookie = '' } }: FastifyRequest) => /(^|;\s*)(__Host-)?aula=/.test(cookie);

function sendDocument(request: FastifyRequest, reply: FastifyReply, rendered: Rendered): FastifyReply {
  const { status, headers, body } = rendered;
  reply.status(status).headers(documentHeaders);
  for (const [name, value] of headers) reply.header(name, value);
  const isPublic = status === 200 && request.method !== 'POST' && !isSignedIn(request);
  reply.header('cache-control', isPublic ? 'public, no-cache' : 'private, no-store');
  if (isPublic && isHeld(request, reply, tagOf(body))) return reply.status(304).send();
  return reply.send(body);
}

/** Names this answer, and says whether the visitor holds it already. */
function isHeld(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag);
  return request.headers['if-none-match'] === tag;
}
