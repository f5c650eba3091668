import './arranging.css';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { api, read, type Schemas, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import { asked, given } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { editionName } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { instantOf } from '../ui/zoned-time.ts';
import { GiveForm } from './give-form.tsx';
import { Given } from './given.tsx';
import { Head, Told } from './head.tsx';
import { words } from './words.ts';

const { extensions: says } = words;

export const handle: Handle<typeof loader> = {
  title: ({ page }) => `${says.title} · ${page.edition.title}, ${editionName(page.edition.name)}`,
  description: says.description,
};

export async function loader({ params, request }: LoaderFunctionArgs) {
  const path = { id: params['edition'] ?? '' };
  const { signal } = request;
  const value = asked(request);
  const name = value('nombre');
  const [page, found] = await Promise.all([
    read(
      api.GET('/api/editions/{id}/extensions', { params: { path, query: given({ after: value('after') }) }, signal }),
    ),
    name && name.length > 1
      ? read(api.GET('/api/editions/{id}/enrolled', { params: { path, query: { name } }, signal }))
      : null,
  ]);
  return { page, found: found?.items ?? null, asked: { name, unit: value('unidad'), after: value('after') } };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const id = params['edition'] ?? '';
  return text('intent') === 'withdraw' ? withdraw(text) : give(id, text);
}

async function withdraw(text: (name: string) => string) {
  const call = api.POST('/api/extensions/{id}/withdrawal', {
    params: { path: { id: text('id') } },
    body: { reason: text('reason') },
  });
  const { refused } = await write(call);
  return data({ told: refused ? null : says.withdrawDone, refused, of: text('id') }, refused?.status ?? 200);
}

const numberIn = (text: string) => (text === '' ? 0 : Number(text));

async function give(id: string, text: (name: string) => string) {
  const [kind, whom = null] = text('whom').split(' ');
  const body: Schemas['ExtensionBody'] = {
    ...{ unit: text('unit'), enrolmentId: kind === 'person' ? whom : null, cohortId: kind === 'cohort' ? whom : null },
    ...{ extraMinutes: numberIn(text('minutes')), extraAttempts: numberIn(text('attempts')) },
    ...{ closesAt: instantOf(text('closesAt'), text('timeZone')), reason: text('reason') },
  };
  const { refused } = await write(api.POST('/api/editions/{id}/extensions', { params: { path: { id } }, body }));
  return data({ told: refused ? null : says.done, refused, of: 'give' }, refused?.status ?? 200);
}

/** Who has more time than the rest, why, and the form that gives it. */
export function Component() {
  const { page, found, asked: query } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const giving = answer?.of === 'give' ? answer : undefined;
  return (
    <main id="main" className="wrap stack gap-5 arranging" data-density="compact">
      <Head edition={page.edition} title={says.title} lead={says.lead} />
      <Told answer={answer}>{giving && says.doneText}</Told>
      <section className="stack gap-4" aria-labelledby="give">
        <SectionTitle id="give">{says.give}</SectionTitle>
        <GiveForm key={page.items[0]?.id ?? ''} page={page} found={found} asked={query} answer={giving} />
      </section>
      <Given page={page} after={query.after} answer={giving ? undefined : answer} />
    </main>
  );
}
