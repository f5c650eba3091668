import createClient from 'openapi-fetch';
import { data } from 'react-router';
import type { Text } from '../ui/fragment.tsx';
import type { components, paths } from './schema.d.ts';
import { sending } from './sending.ts';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];
/** Why a write was not done: the API's refusal, or no network. `errors` names the fields at fault. */
export type Refused = Pick<Problem, 'errors' | 'detail' | 'status'> & { code: Problem['code'] | 'offline' };
type Answer<T> = Promise<{ data?: T; error?: unknown; response: Response }>;
type Ask = (request: Request) => Promise<Response>;

/** The network did not take the request. */
export class Offline extends Error {}

/** From a browser, over the network. `fetch` is looked up per call so that a test may replace it. */
async function overNetwork(request: Request): Promise<Response> {
  try {
    return await globalThis.fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Offline('the network did not take the request', { cause: error });
  }
}

let ask: Ask = overNetwork;

/** The server that sends the documents asks the API in its own process: it says here how. */
export function askThrough(other: Ask): void {
  ask = other;
}

const send: Ask = (request) => (request.method === 'GET' ? ask(request) : sending(ask(request)));
const origin = typeof location === 'undefined' ? 'http://localhost' : location.origin;

/** The API, typed by its contract. A page reads with `read(api.GET(…))` and writes with `write(api.POST(…))`. */
export const api = createClient<paths>({ baseUrl: origin, fetch: send });

/** What an answer that is no success says; a proxy's error page says nothing. */
function problemOf(error: unknown, { status, headers }: Response): Partial<Problem> & { request: string | null } {
  const problem = typeof error === 'object' && error !== null && 'code' in error ? (error as Problem) : { status };
  return { ...problem, request: headers.get('x-request-id') };
}

/** For loaders: answers the body; what was refused is shown by the nearest ErrorBoundary, with its HTTP status. */
export async function read<T>(call: Answer<T>): Promise<T> {
  const { data: body, error, response } = await call;
  if (body === undefined) throw data(problemOf(error, response), response.status);
  return body;
}

/** For loaders: the text kept under this hash, to be shown by `<Fragment>`. */
export async function readText(sha: string, signal?: AbortSignal): Promise<Text> {
  const response = await ask(new Request(`${origin}/api/blobs/${sha}.html`, signal ? { signal } : {}));
  if (!response.ok) throw data(problemOf(null, response), response.status);
  return { sha, html: await response.text() };
}

/**
 * For actions: what was done, or why it was refused, which the page shows beside its form. Only someone who is
 * signed in no more is sent away, to sign in again.
 */
export async function write<T>(
  call: Answer<T>,
): Promise<{ done: T | undefined; refused: null } | { done: undefined; refused: Refused }> {
  try {
    const { data: done, error, response } = await call;
    if (response.ok) return { done, refused: null };
    const { code = 'unexpected', errors = [], detail, ...more } = problemOf(error, response);
    if (code === 'unauthenticated') throw data({ code, ...more }, 401);
    return { done: undefined, refused: { code, errors, status: response.status, ...(detail && { detail }) } };
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    return { done: undefined, refused: { code: 'offline', errors: [], status: 503 } };
  }
}
