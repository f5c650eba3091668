import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { tagOf } from './cache.ts';

/** Publishes the contract: the document for programs, and a page for people that needs no script. */
export function serveContract(app: NestFastifyApplication, contract: OpenAPIObject): void {
  const fastify = app.getHttpAdapter().getInstance();
  const text = JSON.stringify(contract);
  const page = pageOf(contract);
  fastify.get('/api/openapi.json', (request, reply) => {
    const tag = tagOf(text);
    reply.header('etag', tag).header('cache-control', 'public, no-cache').type('application/json; charset=utf-8');
    return request.headers['if-none-match'] === tag ? reply.status(304).send() : reply.send(text);
  });
  fastify.get('/api/docs', (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'public, no-cache')
      .header('content-security-policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
      .send(page),
  );
}

type Operation = {
  operationId?: string;
  description?: string;
  'x-requires'?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
};

const escape = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const namesOf = (value: unknown) => [
  ...new Set([...JSON.stringify(value ?? null).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name!)),
];
const link = (name: string) => `<a href="#${escape(name)}">${escape(name)}</a>`;

function pageOf({ info, paths, components }: OpenAPIObject): string {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => routeOf(method, path, operation)),
  );
  const schemas = Object.entries(components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<section id="${escape(name)}"><h3>${escape(name)}</h3><pre>${escape(JSON.stringify(schema, null, 2))}</pre></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>API · ${escape(info.title)}</title>
<main><h1>API of ${escape(info.title)}</h1><p>${escape(info.description ?? '')}</p>
<p>For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<h2>Routes</h2>${routes.join('')}<h2>Schemas</h2>${schemas.join('')}</main></html>`;
}

function routeOf(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place, required }) =>
      `<li><code>${escape(name)}</code> in ${place}${required ? ', required' : ''}</li>`,
  );
  const takes = namesOf(operation.requestBody).map(link).join(', ');
  const answers = Object.entries(operation.responses)
    .map(([status, answer]) => `<li>${status} ${namesOf(answer).map(link).join(', ')}</li>`)
    .join('');
  return `<section><h3><code>${method.toUpperCase()} ${escape(path)}</code></h3>
<p>${escape(operation.description ?? '')} Requires <code>${escape(operation['x-requires'] ?? 'nobody may')}</code>.</p>
<ul>${parameters.join('')}${takes && `<li>body: ${takes}</li>`}</ul><p>Answers</p><ul>${answers}</ul></section>`;
}
