/**
 * Loaded into each measured program before its own code (`--import`). It tells what the program uses, and on demand
 * writes down the SQL that the requests in hand send. While nobody asks, a query passes through one comparison more.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Session } from 'node:inspector/promises';
import pg from 'pg';

/** One statement as it went to PostgreSQL, when, and the first row that came back. */
export type Heard = { name?: string; text: string; values: unknown[]; at: number; row?: Record<string, unknown> };
/** CPU in microseconds since the start, memory in bytes. */
export type Usage = { cpu: number; rss: number };
export type Question = { ask: 'usage' | 'listen' | 'heard' | 'profile' | 'profiled' } | { ask: 'learn'; plan: unknown };

type Query = (...args: unknown[]) => unknown;
type Result = { rows: Record<string, unknown>[] };

const visits = new AsyncLocalStorage<Heard[]>();
const started = 'http.server.request.start';
let heard: Heard[] | undefined;
const enter = () => heard && visits.enterWith(heard);

const client = pg.Client.prototype as unknown as { query: Query };
const query = client.query;

client.query = function (this: unknown, ...args: unknown[]) {
  const visit = heard && visits.getStore();
  if (!visit) return query.apply(this, args);
  const entry = entryOf(args);
  visit.push(entry);
  const told = args.at(-1);
  if (typeof told !== 'function') return answered(query.apply(this, args), entry);
  args[args.length - 1] = (error: unknown, result: Result | undefined) => {
    keep(entry, result);
    (told as Query)(error, result);
  };
  return query.apply(this, args);
};

function entryOf([statement, values]: unknown[]): Heard {
  const at = Date.now();
  if (typeof statement === 'string') return { text: statement, values: Array.isArray(values) ? values : [], at };
  const { name, text, values: own } = statement as { name?: string; text: string; values?: unknown[] };
  return { ...(name && { name }), text, values: own ?? (Array.isArray(values) ? values : []), at };
}

function answered(answer: unknown, entry: Heard): unknown {
  if (answer instanceof Promise)
    answer.then(
      (result: Result) => keep(entry, result),
      () => undefined,
    );
  return answer;
}

function keep(entry: Heard, result: Result | undefined): void {
  const [row] = result?.rows ?? [];
  if (row) entry.row = row;
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpu: user + system, rss: process.memoryUsage.rss() };
}

const profiler = new Session();

const answers: Partial<Record<Question['ask'], () => unknown>> = {
  usage,
  listen: () => {
    heard = [];
    subscribe(started, enter);
    return null;
  },
  heard: () => {
    unsubscribe(started, enter);
    const all = heard ?? [];
    heard = undefined;
    return all;
  },
  profile: async () => {
    profiler.connect();
    await profiler.post('Profiler.enable');
    await profiler.post('Profiler.start');
    return null;
  },
  profiled: async () => {
    const { profile } = await profiler.post('Profiler.stop');
    profiler.disconnect();
    return profile;
  },
};

async function reply({ ask }: Question): Promise<void> {
  const answer = answers[ask];
  if (answer) process.send?.(await answer());
}

process.on('message', (question: Question) => void reply(question));
process.on('disconnect', () => process.exit());
