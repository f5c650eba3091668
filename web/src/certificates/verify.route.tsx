import './certificate.css';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import type { Handle } from '../shell/head.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { VerifyForm } from './verify-form.tsx';
import { words } from './words.ts';

const { verify } = words;

export const handle: Handle = { title: verify.title, description: verify.description };

/** What the form asked for has a page of its own, which can be linked to. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('codigo');
  const code = typed?.trim() ?? '';
  if (code.length > 40) return { code: code.slice(0, 40), error: verify.tooLong };
  if (code) throw redirect(`/verificar/${encodeURIComponent(code)}`);
  return { code: '', error: typed === null ? null : verify.missing };
}

export function Component() {
  const { code, error } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack gap-6">
      <header className="stack gap-3">
        <h1>{verify.title}</h1>
        <p className="lead">{verify.lead}</p>
      </header>
      <div className="split">
        <VerifyForm code={code} error={error ?? undefined} />
        <aside className="stack gap-6" aria-label={verify.where}>
          <section className="stack gap-2" aria-labelledby="where">
            <SectionTitle id="where">{verify.where}</SectionTitle>
            <p>{verify.whereText}</p>
          </section>
          <section className="stack gap-2" aria-labelledby="shown">
            <SectionTitle id="shown">{verify.shown}</SectionTitle>
            <p>{verify.shownText}</p>
          </section>
        </aside>
      </div>
    </main>
  );
}
