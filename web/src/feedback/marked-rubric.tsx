import type { Schemas } from '../api/client.ts';
import { Html } from '../ui/html.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import type { Publication } from './feedback-types.ts';
import { words } from './words.ts';

type Criterion = Schemas['Rubric']['criteria'][number];

/** What each criterion got, which level that is, and what was said of it. */
export function MarkedRubric({ rubric, last }: { rubric: Schemas['Rubric']; last: Publication }) {
  return (
    <section className="stack gap-3" aria-labelledby="rubric">
      <SectionTitle id="rubric">
        {words.rubric} <span>{words.of(last.points, last.maxPoints)}</span>
      </SectionTitle>
      <ul className="rows">
        {rubric.criteria.map((criterion) => (
          <Row key={criterion.id} criterion={criterion} last={last} />
        ))}
      </ul>
    </section>
  );
}

const levelOf = ({ levels }: Criterion, at: number | null) => (at === null ? undefined : levels?.[at]);

function Row({ criterion, last }: { criterion: Criterion; last: Publication }) {
  const given = last.criteria.find(({ id }) => id === criterion.id);
  if (!given) return null;
  const level = levelOf(criterion, given.level);
  return (
    <li className="marked-criterion">
      <span className="cluster between baseline nowrap">
        <strong>{criterion.title}</strong>
        <span className="meta">{words.given(given.points, criterion.maxPoints)}</span>
      </span>
      {level && (
        <div className="meta">
          <strong>{level.title}</strong> <Html html={level.html} />
        </div>
      )}
      {given.comment && <p className="body">{given.comment}</p>}
    </li>
  );
}
