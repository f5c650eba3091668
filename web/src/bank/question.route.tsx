import './bank.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Refused, type Schemas, write } from '../api/client.ts';
import { asked, oneOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Notice } from '../ui/notice.tsx';
import { draftOf } from './draft.ts';
import { Preview } from './preview.tsx';
import { QuestionForm } from './question-form.tsx';
import { type QuestionAnswer, QuestionState } from './question-state.tsx';
import { says } from './question-words.ts';
import { useMayWrite } from './use-may-write.ts';
import { Uses } from './uses.tsx';
import { Versions } from './versions.tsx';
import { words } from './words.ts';
import { aboutIn, wordingIn } from './write-form.ts';

const tabs = ['editar', 'vista', 'versiones', 'uso'] as const;
type Tab = (typeof tabs)[number];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { signal } = request;
  const value = asked(request);
  const path = { id: params['question'] ?? '' };
  const seed = Number(/^\d{1,6}$/.exec(value('muestra') ?? '')?.[0] ?? 1);
  const [question, facets, shown] = await Promise.all([
    read(api.GET('/api/questions/{id}', { params: { path }, signal })),
    read(api.GET('/api/questions/facets', { signal })),
    read(api.POST('/api/questions/{id}/try', { params: { path }, body: { seed, response: null }, signal })),
  ]);
  const tab = oneOf(tabs, value('tab')) ?? null;
  return { question, facets, shown, seed, tab, saved: value('guardada') === '1' };
}

export const handle: Handle<typeof loader> = {
  title: ({ question }) => `${titleOf(question)} · ${words.title}`,
  description: says.description,
};

export async function action({ params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const path = { id: params['question'] ?? '' };
  const about = form.get('about');
  if (about === 'push') {
    const body = { versionId: textOf(form, 'versionId') };
    const { done, refused } = await write(api.POST('/api/questions/{id}/push', { params: { path }, body }));
    return answered(refused, done ?? null);
  }
  if (about === 'retire')
    return answered((await write(api.PUT('/api/questions/{id}/retirement', { params: { path } }))).refused);
  if (about === 'restore')
    return answered((await write(api.DELETE('/api/questions/{id}/retirement', { params: { path } }))).refused);
  const body = {
    ...{ base: textOf(form, 'base'), note: textOf(form, 'note') },
    ...{ about: aboutIn(form), wording: wordingIn(form) },
  };
  const { done, refused } = await write(api.PUT('/api/questions/{id}', { params: { path }, body }));
  if (done) throw redirect(`/banco/preguntas/${path.id}?tab=versiones&guardada=1`);
  return answered(refused);
}

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
const answered = (refused: Refused | null, pushed: Schemas['PushedQuestion'] | null = null) =>
  data<QuestionAnswer>({ refused, pushed }, refused?.status ?? 200);

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function titleOf({ versions, currentVersionId }: Schemas['BankQuestion']): string {
  const text = plain(versions.find(({ id }) => id === currentVersionId)?.body.prompt ?? '');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

export function Component() {
  const { question, tab, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const mayWrite = useMayWrite();
  const able = tabs.filter((each) => each !== 'editar' || mayWrite);
  const shown = able.find((each) => each === tab) ?? able[0] ?? 'vista';
  return (
    <main id="main" className="wrap stack gap-5 bank" data-density="compact">
      <Head question={question} />
      {saved && <Notice tone="success" role="status" title={says.saved} />}
      <QuestionState question={question} answer={answer} />
      <Tabs shown={shown} tabs={able} />
      <Content shown={shown} />
    </main>
  );
}

const refusedOf = (answer: QuestionAnswer | undefined) => answer?.refused ?? null;
const useZone = () => useMe()?.timeZone ?? 'America/Santiago';

function Content({ shown }: { shown: Tab }) {
  const { question, facets, shown: preview, seed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const zone = useZone();
  const { id, currentVersionId, source, about } = question;
  switch (shown) {
    case 'editar':
      return (
        <QuestionForm
          key={currentVersionId}
          start={draftOf(source)}
          about={about}
          facets={facets}
          refused={refusedOf(answer)}
          base={currentVersionId}
        />
      );
    case 'vista':
      return <Preview key={`${currentVersionId} ${seed}`} id={id} seed={seed} shown={preview} />;
    case 'versiones':
      return <Versions question={question} zone={zone} />;
    case 'uso':
      return <Uses question={question} />;
  }
}

function Head({ question }: { question: Schemas['BankQuestion'] }) {
  const mayWrite = useMayWrite();
  const current = question.versions.find(({ id }) => id === question.currentVersionId);
  const facts = [
    ...(current ? [words.kinds[current.kind], says.version(current.n)] : []),
    question.category ?? words.list.none,
    question.courseTitle ?? words.origins[question.origin],
  ];
  const retired = question.retiredAt !== null;
  return (
    <header className="stack gap-2">
      <Breadcrumbs trail={[{ to: '/banco', name: words.title }]} />
      <div className="cluster between">
        <div className="stack gap-1">
          <p className="meta">{facts.join(' · ')}</p>
          <h1 className="small-title">{titleOf(question)}</h1>
        </div>
        {mayWrite && (
          <Form method="post">
            <button className="btn" name="about" value={retired ? 'restore' : 'retire'}>
              {retired ? says.restore : says.retire}
            </button>
          </Form>
        )}
      </div>
    </header>
  );
}

const Tabs = ({ shown, tabs: all }: { shown: Tab; tabs: readonly Tab[] }) => (
  <nav className="segmented underlined tabs" aria-label={says.tabsLabel}>
    {all.map((tab) => (
      <Link key={tab} to={`?tab=${tab}`} aria-current={tab === shown ? 'page' : undefined} preventScrollReset>
        {says.tabs[tab]}
      </Link>
    ))}
  </nav>
);
