import './failure.css';
import { Form, Link, Navigate, useLocation, useRouteError } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import { Status } from '../ui/status.tsx';
import { TerritoryStrip } from '../ui/territory-strip.tsx';
import { type Failed, failureOf } from './failure-kind.ts';
import { titled } from './head.ts';
import { fullName, useMe } from './root.ts';
import { Frame } from './shell.tsx';
import { signInFrom } from './sign-in-from.ts';
import { words } from './words.ts';

/** Stands in place of the page whose loader or action was refused, or which broke. */
export function Failure() {
  const failed = failureOf(useRouteError());
  const { pathname, search } = useLocation();
  if (failed.status === 401) return <Navigate to={signInFrom(pathname + search)} replace />;
  return (
    <Frame title={titled(words.failure[failed.kind].title)} plain={false} exit={undefined}>
      <Sheet {...failed} />
    </Frame>
  );
}

function Sheet(failed: Failed) {
  const me = useMe();
  const { kind } = failed;
  const { title, text } = words.failure[kind];
  return (
    <main id="main" className="wrap">
      <article className={`sheet strip-ink ${kind}`}>
        <TerritoryStrip on={kind === 'closed' && me?.regionCut ? [me.regionCut] : []} />
        <div className="stack gap-4">
          <div className="stack gap-2">
            <Code {...failed} />
            <h1>{title}</h1>
            <p>{text}</p>
            {kind === 'closed' && me && <p>{words.failure.closed.whoYouAre(fullName(me), me.institution)}</p>}
          </div>
          {kind === 'lost' || kind === 'closed' ? <WaysOut search={kind === 'lost'} /> : <TryAgain />}
        </div>
      </article>
    </main>
  );
}

/** The status and, to find it in the log, the request. */
function Code({ kind, status, request }: Failed) {
  if (kind === 'offline') {
    return (
      <Status tone="pending" icon="offline">
        {words.connection.offline}
      </Status>
    );
  }
  const traceable = request && kind === 'down';
  return <p className="code">{traceable ? `${status} · ${words.requestCode(request.slice(-12))}` : status}</p>;
}

function WaysOut({ search }: { search: boolean }) {
  return (
    <>
      {search && (
        <Form action="/biblioteca" role="search" className="cluster nowrap gap-2">
          <input
            className="input"
            type="search"
            name="q"
            aria-label={words.searchLibrary}
            placeholder={words.searchExample}
          />
          <button className="btn primary">{words.search}</button>
        </Form>
      )}
      <p className="cluster">
        <Link className="btn" to="/biblioteca">
          <Icon name="shelf" />
          {words.goToLibrary}
        </Link>
        <Link className="btn quiet" to="/">
          {words.goHome}
        </Link>
      </p>
    </>
  );
}

function TryAgain() {
  const { pathname, search } = useLocation();
  return (
    <p className="cluster">
      <Link className="btn primary" to={pathname + search} reloadDocument>
        <Icon name="sync" />
        {words.tryAgain}
      </Link>
      <Link className="btn" to="/">
        {words.goHome}
      </Link>
    </p>
  );
}
