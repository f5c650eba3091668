import './gradebook.css';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { api, read, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './appeal-words.ts';
import { RulesForm } from './rules-form.tsx';
import { rulesFrom } from './rules-from.ts';
import type { Preview, Scheme } from './schemas.ts';
import { words as book } from './words.ts';

const { rules: says } = words;

export const handle: Handle<typeof loader> = { title: says.title, description: says.description };

export const loader = ({ params, request: { signal } }: LoaderFunctionArgs) =>
  read(api.GET('/api/editions/{id}/gradebook/rules', { params: { path: { id: params['edition'] ?? '' } }, signal }));

const nothing = { preview: null as Preview | null, unreadable: false, saved: false };

export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const intent = text('intent');
  const rules = intent === 'back' ? null : rulesFrom(text);
  if (rules === undefined) return data({ ...nothing, refused: null, unreadable: true }, 422);
  const call = { params: { path: { id: params['edition'] ?? '' } }, body: { rules, n: Number(text('n')) } };
  return intent === 'preview' ? preview(call) : save(call);
}

type Call = { params: { path: { id: string } }; body: { rules: Scheme['rules'] | null; n: number } };

async function preview(call: Call) {
  const { done = null, refused } = await write(api.POST('/api/editions/{id}/gradebook/rules/preview', call));
  return data({ ...nothing, preview: done, refused }, refused?.status ?? 200);
}

async function save(call: Call) {
  const { refused } = await write(api.PUT('/api/editions/{id}/gradebook/rules', call));
  return data({ ...nothing, refused, saved: !refused }, refused?.status ?? 200);
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
      <section className="stack gap-3" aria-labelledby="como">
        <SectionTitle id="como">{says.how}</SectionTitle>
        <ul className="rows">
          {scheme.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      {scheme.writable && <RulesForm key={scheme.n} scheme={scheme} answer={answer} />}
    </main>
  );
}
