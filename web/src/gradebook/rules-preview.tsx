import { grade } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { words as says } from './rules-words.ts';
import type { Preview } from './schemas.ts';

type Change = Preview['changes'][number];
const ways: Record<keyof typeof says.ways, (change: Change, cut: number) => boolean> = {
  up: ({ from, to }) => from !== null && to !== null && to > from,
  down: ({ from, to }) => from !== null && to !== null && to < from,
  passes: ({ from, to }, cut) => (from ?? 0) < cut && (to ?? 0) >= cut,
  fails: ({ from, to }, cut) => (from ?? 0) >= cut && (to ?? 0) < cut,
};

/** What the rules that were tried say, and whom they touch. */
export function RulesPreview({ preview, passGrade }: { preview: Preview; passGrade: number }) {
  const { changes, people, kept, sentences } = preview;
  const told = (Object.keys(ways) as (keyof typeof ways)[]).flatMap((way) => {
    const n = changes.filter((change) => ways[way](change, passGrade)).length;
    return n > 0 ? [says.ways[way](n)] : [];
  });
  return (
    <section className="stack gap-4" aria-labelledby="resultado">
      <SectionTitle id="resultado">{says.result}</SectionTitle>
      <p role="status">
        <strong>{says.changes(changes.length, people)}</strong> {told.length > 0 && `${told.join(' · ')}.`}{' '}
        {kept > 0 && says.kept(kept)}
      </p>
      {changes.length > 0 && <Changes changes={changes} passGrade={passGrade} />}
      <details open={changes.length === 0}>
        <summary className="fold">{says.read}</summary>
        <ul className="rows">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Changes({ changes, passGrade }: { changes: Change[]; passGrade: number }) {
  const low = (tenths: number | null) => (tenths !== null && tenths < passGrade ? 'numeric low' : 'numeric');
  return (
    <div className="scroll-x people-touched" tabIndex={0} role="region" aria-label={says.caption}>
      <table className="table">
        <caption className="visually-hidden">{says.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{says.person}</th>
            <th scope="col" className="numeric">
              {says.before}
            </th>
            <th scope="col" className="numeric">
              {says.after}
            </th>
            <th scope="col">{says.difference}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ enrolmentId, person, from, to }) => (
            <tr key={enrolmentId}>
              <th scope="row">{person}</th>
              <td className={low(from)}>{grade(from)}</td>
              <td className={low(to)}>{grade(to)}</td>
              <td>{says.way(from, to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
