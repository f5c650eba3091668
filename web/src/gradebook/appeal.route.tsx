import './gradebook.css';
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Schemas, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { day, grade as written, hour } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './appeal-words.ts';
import { tenthsOf } from './tenths.ts';
import { VerdictForm } from './verdict-form.tsx';

const { appeal: says, appeals } = words;
type Appeal = Schemas['Appeal'];

export const handle: Handle<typeof loader> = {
  title: ({ person }) => says.title(`${person.given} ${person.family}`),
  description: appeals.description,
};

export const loader = ({ params, request: { signal } }: LoaderFunctionArgs) =>
  read(api.GET('/api/appeals/{id}', { params: { path: { id: params['appeal'] ?? '' } }, signal }));

export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const accepted = text('accepted') === 'yes';
  const body = { accepted, explanation: text('explanation'), grade: accepted ? tenthsOf(text('grade')) : null };
  const path = { params: { path: { id: params['appeal'] ?? '' } }, body };
  const { refused } = await write(
    text('instance') === 'second'
      ? api.PUT('/api/appeals/{id}/settlement', path)
      : api.PUT('/api/appeals/{id}/answer', path),
  );
  return data({ refused }, refused?.status ?? 200);
}

/** One request to mark again: what is asked, what was answered, and the verdict of whoever it waits for. */
export function Component() {
  const appeal = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { enrolmentId, editionId, unit, title, course, person, kind } = appeal;
  const mine = useTurn(appeal);
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs trail={[{ to: '/notas/recorrecciones', name: appeals.title }]} />
      <header className="stack gap-1">
        <p className="meta">{says.meta(title, course)}</p>
        <h1>{says.title(`${person.given} ${person.family}`)}</h1>
      </header>
      {refused === null && (
        <Notice tone="success" role="status" title={says.done}>
          {says.doneText}
        </Notice>
      )}
      <div className="split">
        <div className="stack gap-5">
          <Said appeal={appeal} />
          {mine && <VerdictForm key={mine} instance={mine} refused={refused} />}
        </div>
        <aside className="stack gap-4">
          <Facts appeal={appeal} />
          <p>
            <Link
              to={
                kind === 'evaluation'
                  ? `/notas/inscripciones/${enrolmentId}/${unit}`
                  : `/notas/ediciones/${editionId}/${enrolmentId}/${unit}#cambio`
              }
            >
              {says.explain}
            </Link>
          </p>
        </aside>
      </div>
    </main>
  );
}

/** Which instance waits for whoever is here. */
function useTurn({ state }: Appeal): 'asked' | 'second' | null {
  const roles = useMe()?.roles ?? [];
  const can = (...able: string[]) => roles.some((role) => able.includes(role));
  if (state === 'asked' && can('tutor', 'admin')) return 'asked';
  return state === 'second' && can('coordinator', 'admin') ? 'second' : null;
}

function Said({ appeal }: { appeal: Appeal }) {
  const parts = [
    [says.says, appeal.text],
    [says.answered(appeal.answeredBy ?? ''), appeal.answer],
    [says.second, appeal.secondText],
    [says.settled(appeal.settledBy ?? ''), appeal.settlement],
  ] as const;
  return parts.map(
    ([name, text], i) =>
      text && (
        <section key={name} className="stack gap-2" aria-labelledby={`parte-${i}`}>
          <SectionTitle id={`parte-${i}`}>{name}</SectionTitle>
          <p>{text}</p>
        </section>
      ),
  );
}

function Facts({ appeal }: { appeal: Appeal }) {
  const { state, gradeBefore, grade, overdue, answerDueAt, settleDueAt, gradeAfter } = appeal;
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  const due = state === 'asked' ? answerDueAt : state === 'second' ? settleDueAt : null;
  return (
    <>
      <dl className="facts">
        <dt>{appeals.state}</dt>
        <dd>{appeals.states[state]}</dd>
        <dt>{says.before}</dt>
        <dd>{written(gradeBefore)}</dd>
        <dt>{says.now}</dt>
        <dd>{written(grade)}</dd>
        {due && (
          <>
            <dt>{says.due}</dt>
            <dd>{`${day(due, zone)}, ${hour(due, zone)}`}</dd>
          </>
        )}
      </dl>
      {overdue && <Notice tone="pending" title={says.overdue} />}
      {gradeAfter !== null && <p>{says.changed(gradeBefore, gradeAfter)}</p>}
    </>
  );
}
