import { renderToString } from 'react-dom/server';
import {
  createStaticHandler,
  createStaticRouter,
  isRouteErrorResponse,
  type StaticHandlerContext,
  StaticRouterProvider,
} from 'react-router';
import { askThrough } from './api/client.ts';
import { pack } from './api/document-data.ts';
import { type Assets, assetsOf, type Manifest } from './document-assets.ts';
import { documentOf } from './document.ts';
import { routes } from './router.tsx';
import { signInFrom } from './shell/sign-in-from.ts';
import { failureOf } from './shell/failure-kind.ts';
import { headOf, titled } from './shell/head.ts';
import { type Root } from './shell/root.ts';
import { words } from './shell/words.ts';

type Ask = (request: Request) => Promise<Response>;
/** `fault`: what broke while the page was read or drawn, for the log. */
export type Rendered = { status: number; headers: Headers; body: string; fault?: unknown };
export type Render = (request: Request, ask: Ask) => Promise<Rendered>;

/** Each visit asks the API with its own cookie; what cookies the API sets go back with the document. */
type Visit = { ask: Ask; cookies: string[] };
/** An AsyncLocalStorage, which Node lends: this code knows browsers' types alone. */
type Visits = { getStore: () => Visit | undefined; run: <T>(visit: Visit, work: () => T) => T };

function askDuring(visits: Visits) {
  askThrough(async (request) => {
    const visit = visits.getStore();
    if (!visit) throw new Error('the API was asked outside a visit');
    const response = await visit.ask(request);
    visit.cookies.push(...response.headers.getSetCookie());
    return response;
  });
}

const handler = createStaticHandler(routes);

/**
 * `template` is the built index.html and `manifest` Vite's list of what it built.
 * `render` answers the whole document of any URL of ours, whoever asks.
 */
export function createRender(template: string, manifest: Manifest, visits: Visits): Render {
  askDuring(visits);
  const assets = assetsOf(routes, manifest);
  return (request, ask) => {
    const visit: Visit = { ask, cookies: [] };
    return visits.run(visit, async () => {
      const context = await handler.query(request);
      const answer = context instanceof Response ? redirected(context) : render(request, context, template, assets);
      for (const cookie of visit.cookies) answer.headers.append('set-cookie', cookie);
      return answer;
    });
  };
}

const redirected = ({ status, headers }: Response): Rendered => ({ status, headers: new Headers(headers), body: '' });

function render(request: Request, context: StaticHandlerContext, template: string, assets: Assets): Rendered {
  const [error] = Object.values<unknown>(context.errors ?? {});
  if (error === undefined) {
    try {
      return page(request, context, template, assets);
    } catch (fault) {
      return failed(request, context, fault, template, assets);
    }
  }
  return failed(request, context, error, template, assets);
}

/** The document that tells of a failure. Whoever must sign in is sent to do so. */
function failed(request: Request, context: StaticHandlerContext, error: unknown, template: string, assets: Assets) {
  const { status } = failureOf(error);
  if (status === 401) {
    const { pathname, search } = new URL(request.url);
    return { status: 302, headers: new Headers({ location: signInFrom(pathname + search) }), body: '' };
  }
  const told = isRouteErrorResponse(error)
    ? { status, statusText: '', internal: false, data: error.data as unknown }
    : { status: 500, statusText: '', internal: false, data: {} };
  const answer = page(request, { ...context, statusCode: told.status, errors: { root: told } }, template, assets);
  if (status === 503) answer.headers.set('retry-after', '5');
  return isRouteErrorResponse(error) ? answer : { ...answer, fault: error };
}

function page(request: Request, context: StaticHandlerContext, template: string, assets: Assets): Rendered {
  const { loaderData, actionData, errors, matches, statusCode } = context;
  const [error] = Object.values<unknown>(errors ?? {});
  const head = headOf(
    matches.map(({ route }) => ({ handle: route.handle as unknown, data: loaderData[route.id] as unknown })),
  );
  const body = renderToString(
    <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />,
  );
  const { origin, pathname } = new URL(request.url);
  const html = documentOf(template, {
    title: error ? titled(words.failure[failureOf(error).kind].title) : head.title,
    description: head.description,
    canonical: statusCode < 400 ? origin + pathname : null,
    theme: (loaderData['root'] as Root | undefined)?.theme ?? 'system',
    ...assets.forRoutes(matches.map(({ route }) => route.id)),
    body,
    data: pack({ loaderData, actionData, errors }, body),
  });
  return { status: statusCode, headers: new Headers({ 'content-type': 'text/html; charset=utf-8' }), body: html };
}
