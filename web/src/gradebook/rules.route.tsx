import './gradebook.css';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { api, read, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { draftFrom, rulesOf, spelled } from './rules-draft.ts';
import { faultsOf } from './rules-faults.ts';
import { type Answer, RulesForm } from './rules-form.tsx';
import { words as says } from './rules-words.ts';
import type { Scheme } from './schemas.ts';
import { words as book } from './words.ts';

export const handle: Handle<typeof loader> = { title: says.title, description: says.description };

export const loader = ({ params, request: { signal } }: LoaderFunctionArgs) =>
  read(api.GET('/api/editions/{id}/gradebook/rules', { params: { path: { id: params['edition'] ?? '' } }, signal }));

export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const draft = draftFrom(text);
  const faults = faultsOf(draft);
  const answer: Answer = { draft, faults, preview: null, refused: null, saved: false };
  if (Object.keys(faults).length > 0) return data(answer, 422);
  const n = Number(text('n'));
  // the rules of the course need not be said again: they are those that hold where the edition says nothing
  const rules = n > 0 && text('course') === spelled(draft) ? null : rulesOf(draft);
  const call = { params: { path: { id: params['edition'] ?? '' } }, body: { rules, n } };
  return text('intent') === 'save' ? save(call, answer) : preview(call, answer);
}

type Call = { params: { path: { id: string } }; body: { rules: Scheme['rules'] | null; n: number } };

async function preview(call: Call, answer: Answer) {
  const { done = null, refused } = await write(api.POST('/api/editions/{id}/gradebook/rules/preview', call));
  return data({ ...answer, preview: done, refused }, refused?.status ?? 200);
}

async function save(call: Call, answer: Answer) {
  const { refused } = await write(api.PUT('/api/editions/{id}/gradebook/rules', call));
  return data({ ...answer, refused, saved: !refused }, refused?.status ?? 200);
}

/** The rules of an edition in sentences, and their change, of which one sees first whom it touches. */
export function Component() {
  const scheme = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" className="wrap stack gap-5" data-density="compact">
      <Breadcrumbs trail={[{ to: `/notas/ediciones/${scheme.id}`, name: book.book.heading }]} />
      <header className="stack gap-1">
        <p className="meta">{book.book.meta(scheme.title, scheme.name)}</p>
        <h1>{says.title}</h1>
        <p>{scheme.n > 0 ? says.own : says.course}</p>
      </header>
      {answer?.saved && (
        <Notice tone="success" role="status" title={says.saved}>
          {says.savedText}
        </Notice>
      )}
      <section className="stack gap-3" aria-labelledby="como">
        <SectionTitle id="como">{says.how}</SectionTitle>
        <ul className="rows">
          {scheme.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      {scheme.writable && <RulesForm key={scheme.n} scheme={scheme} answer={answer?.saved ? undefined : answer} />}
    </main>
  );
}
