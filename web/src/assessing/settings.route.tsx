import './assessing.css';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { day, editionName } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Head } from './head.tsx';
import { sentencesOf, type StaffEvaluation } from './sentences.ts';
import { words } from './words.ts';

const { rules: says } = words;

export const handle: Handle<typeof loader> = {
  title: ({ title, edition }) => words.title(title, editionName(edition.name)),
  description: words.description,
};

const pathOf = (params: LoaderFunctionArgs['params']) => ({ id: params['edition'] ?? '', unit: params['unit'] ?? '' });

export const loader = ({ params, request: { signal } }: LoaderFunctionArgs) =>
  read(api.GET('/api/editions/{id}/evaluations/{unit}', { params: { path: pathOf(params) }, signal }));

/** The rules of an evaluation in one edition, in sentences, and their change. */
export function Component() {
  const evaluation = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack gap-5 assessing" data-density="compact">
      <Head evaluation={evaluation} />
      <Rules evaluation={evaluation} />
    </main>
  );
}

function Rules({ evaluation }: { evaluation: StaffEvaluation }) {
  const { setting, edition, governs } = evaluation;
  const { changedAt, changedBy } = setting;
  return (
    <section className="stack gap-3" aria-labelledby="reglas">
      <SectionTitle id="reglas">{says.heading}</SectionTitle>
      <ul className="rows">
        {sentencesOf(evaluation).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="fine">
        {changedAt && changedBy ? says.changed(changedBy, day(changedAt, edition.timeZone)) : says.asCourse}
        {!governs && ` ${says.notMine}`}
      </p>
    </section>
  );
}
