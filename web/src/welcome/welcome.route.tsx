import './welcome.css';
import { Form, Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Icon } from '../ui/icon.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { TerritoryStrip } from '../ui/territory-strip.tsx';
import { Courses, Programme } from './offer.tsx';
import { Publications } from './publications.tsx';
import { words } from './words.ts';

export const handle: Handle = { title: words.title, description: words.description };

/** Whoever is signed in has a first page of their own. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { signal } = request;
  const { person } = await read(api.GET('/api/session', { signal }));
  if (person) throw redirect('/inicio');
  const [offer, library] = await Promise.all([
    read(api.GET('/api/catalogue', { signal })),
    read(api.GET('/api/library', { signal })),
  ]);
  return { offer: offer.items, publications: library.items.slice(0, 4) };
}

export function Component() {
  const { offer, publications } = useLoaderData<typeof loader>();
  const [programme] = offer.filter(({ kind }) => kind === 'programme');
  return (
    <main id="main" className="wrap stack gap-8">
      <Opening />
      <Tasks />
      <div className="split">
        <div className="stack gap-8">
          {programme && <Programme item={programme} />}
          <Courses items={offer.filter(({ kind }) => kind === 'course')} />
          <Publications items={publications} />
        </div>
        <aside className="stack gap-7" aria-label={words.verify.heading}>
          <SignIn />
          <Verify />
        </aside>
      </div>
    </main>
  );
}

function Opening() {
  return (
    <header className="opening strip-ink">
      <div className="stack gap-5">
        <h1>{words.heading}</h1>
        <p className="lead">{words.lead}</p>
        <p className="cluster gap-3">
          <Link className="btn primary" to="/oferta">
            {words.seeOffer}
            <Icon name="arrow" />
          </Link>
          <Link className="btn" to="/biblioteca">
            <Icon name="shelf" />
            {words.toLibrary}
          </Link>
        </p>
      </div>
      <TerritoryStrip on="all" />
    </header>
  );
}

function Tasks() {
  return (
    <section className="stack gap-4" aria-labelledby="tasks">
      <SectionTitle id="tasks">{words.tasks.heading}</SectionTitle>
      <p className="lead">{words.tasks.intro}</p>
      <ol className="tasks">
        {words.tasks.list.map(({ title, text }, index) => (
          <li key={title}>
            <span aria-hidden="true">{index + 1}</span>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <p className="meta">{words.tasks.here}</p>
    </section>
  );
}

function SignIn() {
  return (
    <section className="stack gap-3" aria-labelledby="sign-in">
      <SectionTitle id="sign-in">{words.signIn.heading}</SectionTitle>
      <p>{words.signIn.text}</p>
      <p>
        <Link className="btn" to="/ingresar">
          <Icon name="key" />
          {words.signIn.submit}
        </Link>
      </p>
    </section>
  );
}

function Verify() {
  return (
    <section className="stack gap-3" aria-labelledby="verify">
      <SectionTitle id="verify">{words.verify.heading}</SectionTitle>
      <p>{words.verify.text}</p>
      <Form action="/verificar" className="stack gap-3">
        <div className="field">
          <label htmlFor="code">{words.verify.label}</label>
          <input className="input" id="code" name="codigo" maxLength={40} autoComplete="off" spellCheck={false} />
        </div>
        <p>
          <button className="btn">{words.verify.submit}</button>
        </p>
      </Form>
    </section>
  );
}
