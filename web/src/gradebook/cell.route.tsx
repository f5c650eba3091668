import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { ChangeForm } from './change-form.tsx';
import { History } from './history.tsx';
import { tenthsOf } from './tenths.ts';
import { words } from './words.ts';

const { cell: says } = words;

type Reason = keyof typeof says.reasons;

const pathOf = ({ enrolment = '', unit = '' }: Record<string, string | undefined>) => ({ enrolment, unit });

export const loader = ({ params, request: { signal } }: LoaderFunctionArgs) =>
  read(api.GET('/api/gradebook/{enrolment}/{unit}', { params: { path: pathOf(params) }, signal }));

export const handle: Handle<typeof loader> = {
  title: ({ title, person }) => says.title(title, `${person.given} ${person.family}`),
  description: words.book.description,
};

export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const because = {
    reason: text('reason') as Reason,
    explanation: text('explanation'),
    seen: text('seen') || null,
  };
  const path = { params: { path: pathOf(params) } };
  const call =
    text('intent') === 'lift'
      ? api.DELETE('/api/gradebook/{enrolment}/{unit}', { ...path, body: because })
      : api.PUT('/api/gradebook/{enrolment}/{unit}', {
          ...path,
          body: { ...because, grade: tenthsOf(text('grade')) ?? 0 },
        });
  const { refused } = await write(call);
  return data({ refused }, refused?.status ?? 200);
}

/** One nota beside the grid: changed, and with all its changes. */
export function Component() {
  const cell = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { enrolmentId, unit, grade } = cell;
  return (
    <>
      {cell.writable ? (
        <ChangeForm key={`${enrolmentId}/${unit}`} cell={cell} refused={refused} />
      ) : (
        <section className="change stack gap-1" aria-labelledby="cambio">
          <h2 id="cambio">{says.reading}</h2>
          <p className="meta">{says.about(`${cell.person.given} ${cell.person.family}`, cell.title)}</p>
        </section>
      )}
      <History cell={cell} />
      <p className="cluster">
        {grade !== null && <Link to={`/notas/inscripciones/${enrolmentId}/${unit}`}>{says.explain}</Link>}
        <Link to={`/notas/inscripciones/${enrolmentId}`}>{says.person}</Link>
      </p>
    </>
  );
}
