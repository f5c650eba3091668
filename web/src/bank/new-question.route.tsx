import './bank.css';
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Refused, write } from '../api/client.ts';
import { asked, oneOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { kinds } from './bank-query.ts';
import { blankDraft } from './draft.ts';
import { says } from './form-words.ts';
import { QuestionForm } from './question-form.tsx';
import { words } from './words.ts';
import { aboutIn, wordingIn } from './write-form.ts';

export const handle: Handle = { title: says.newTitle, description: says.newDescription };

export async function loader({ request }: LoaderFunctionArgs) {
  const kind = oneOf(kinds, asked(request)('tipo')) ?? null;
  return { kind, facets: await read(api.GET('/api/questions/facets', { signal: request.signal })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const { done, refused } = await write(
    api.POST('/api/questions', { body: { about: aboutIn(form), wording: wordingIn(form) } }),
  );
  if (done) throw redirect(`/banco/preguntas/${done.id}?tab=vista&guardada=1`);
  return data<{ refused: Refused | null }>({ refused }, refused?.status ?? 200);
}

const nothing = { categoryId: null, topic: null, difficulty: null, outcome: null, territories: [], tags: [] };

export function Component() {
  const { kind, facets } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" className="wrap stack gap-5 bank" data-density="compact">
      <header className="stack gap-1">
        <Breadcrumbs trail={[{ to: '/banco', name: words.title }]} />
        <h1>{kind ? `${says.newTitle}: ${words.kinds[kind].toLowerCase()}` : says.newTitle}</h1>
        {kind && (
          <p>
            <Link to="/banco/preguntas/nueva">{says.changeKind}</Link>
          </p>
        )}
      </header>
      {kind ? (
        <QuestionForm
          key={kind}
          start={blankDraft(kind)}
          about={nothing}
          facets={facets}
          refused={answer?.refused ?? null}
        />
      ) : (
        <Kinds />
      )}
    </main>
  );
}

const Kinds = () => (
  <nav aria-label={says.pickKind} className="stack gap-3">
    <h2 className="small-title">{says.pickKind}</h2>
    <ul className="rows tappable kinds">
      {kinds.map((kind) => (
        <li key={kind}>
          <Link to={`?tipo=${kind}`}>
            <b>{words.kinds[kind]}</b>
            <span className="meta">{words.kindHints[kind]}</span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
