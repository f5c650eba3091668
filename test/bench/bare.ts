/**
 * The limit: `node:http` and `pg`, nothing else. It looks up the session, sends the same SQL as the program, and answers
 * as many bytes. It is taught that SQL (`learn`), so that the ratio speaks of the framework alone, whatever the SQL is.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { newId } from '../../api/src/platform/id.ts';
import { hashOf, type Binding, type Place, type Plan } from './plan.ts';
import type { Question } from './witness.ts';

type Given = { path: string[]; body: unknown; cookie: string; rows: unknown[][] };
type Make = (given: Given) => unknown;
type Ready = Omit<Plan, 'path' | 'steps'> & { path: RegExp; steps: { name?: string; text: string; values: Make[] }[] };

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: Number(process.env['DATABASE_POOL']) });
const blobs = '/api/blobs/';
let plan: Ready | undefined;

process.on('message', (question: Question) => {
  if (question.ask !== 'learn') return;
  const { path, steps, ...more } = question.plan as Plan;
  plan = {
    ...more,
    path: new RegExp(path),
    steps: steps.map(({ values, ...step }) => ({ ...step, values: values.map(maker) })),
  };
  process.send?.(null);
});

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env['PORT']));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const { url = '', method } = request;
  if (url.startsWith(blobs)) return sendFile(response, url.slice(blobs.length));
  const known = plan;
  if (known && known.method === method && known.path.test(url)) return follow(known, request, response);
  return response.writeHead(url === '/health/ready' ? 200 : 404).end();
}

async function follow(plan: Ready, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const { url = '', headers } = request;
  const body: unknown = headers['content-length'] ? JSON.parse(await text(request)) : undefined;
  const given = { path: url.split('/'), body, cookie: headers.cookie ?? '', rows: [] };
  const [session, ...rows] = await run(plan, given);
  if (!session?.length) return response.writeHead(401).end();
  if (plan.bytes === 0) return response.writeHead(plan.status).end();
  const json = JSON.stringify(rows).padEnd(plan.bytes).slice(0, plan.bytes);
  const length = Buffer.byteLength(json);
  response.writeHead(plan.status, { 'content-type': 'application/json; charset=utf-8', 'content-length': length });
  return response.end(json);
}

/** Sends the statements one after the other, those between BEGIN and COMMIT over one connection. */
async function run({ steps }: Ready, given: Given): Promise<unknown[][]> {
  let client: pg.PoolClient | undefined;
  try {
    for (const { values, ...step } of steps) {
      if (/^(begin|start transaction)/i.test(step.text)) client = await pool.connect();
      const { rows } = await (client ?? pool).query<object>({ ...step, values: values.map((make) => make(given)) });
      given.rows.push(rows);
      if (!client || !/^commit/i.test(step.text)) continue;
      client.release();
      client = undefined;
    }
  } finally {
    client?.release(true);
  }
  return given.rows;
}

async function sendFile(response: ServerResponse, name: string): Promise<void> {
  const bytes = await readFile(join(process.env['DATA_DIR'] ?? '', 'blobs', name.slice(0, 2), `${name}.br`));
  const length = bytes.length;
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'br',
    'content-length': length,
  });
  response.end(bytes);
}

function maker(binding: Binding): Make {
  switch (binding.as) {
    case 'constant':
      return () => binding.value;
    case 'token':
      return ({ cookie }) => hashOf(cookie);
    case 'clock':
      return () => new Date(Date.now() + binding.ms);
    case 'given':
      return taker(binding.place);
    case 'text': {
      const parts = binding.parts.map((part) =>
        typeof part === 'string' ? () => part : part ? taker(part) : () => newId(),
      );
      return (given) => parts.map((part) => String(part(given))).join('');
    }
    case 'list': {
      const items = binding.items.map(maker);
      return (given) => items.map((item) => item(given));
    }
  }
}

function taker([from, ...keys]: Place): Make {
  if (from === 'path') return ({ path }) => path[Number(keys[0])];
  if (from === 'body') return ({ body }) => inside(body, keys as string[]);
  const [step, column] = keys as [number, string];
  return ({ rows }) => inside(rows[step]?.[0], [column]);
}

const inside = (value: unknown, keys: string[]): unknown =>
  keys.reduce((held, key) => (held as Record<string, unknown> | undefined)?.[key], value);
