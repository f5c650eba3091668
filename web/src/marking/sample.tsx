import { useState } from 'react';
import { Form } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { grade as written, points as pointsWritten } from '../ui/format.ts';
import { words } from './share-words.ts';

const { quality: says } = words;

type Drawn = Schemas['ModerationSample']['items'][number];
type Criteria = Schemas['MarkingAgreement']['criteria'];
type SampleProps = { items: readonly Drawn[]; criteria: Criteria };

const got = ({ grade, points, maxPoints }: Drawn) =>
  grade === null ? `${pointsWritten(points)}/${pointsWritten(maxPoints)}` : written(grade);

/** Marks that were drawn: to be confirmed, or changed with a reason. */
export function Sample({ items, criteria }: SampleProps) {
  if (items.length === 0) return <p className="meta">{says.empty}</p>;
  return (
    <ul className="rows" aria-label={says.sampleCaption}>
      {items.map((drawn) => (
        <li key={drawn.id} className="stack gap-2">
          <div className="cluster between">
            <span>
              <strong>{drawn.learner}</strong>{' '}
              <span className="meta">
                {[drawn.region, `${says.marker} ${drawn.marker}`, `${says.grade} ${got(drawn)}`]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {drawn.verdict && <span className="meta">{verdictOf(drawn)}</span>}
          </div>
          {!drawn.verdict && <Judge drawn={drawn} criteria={criteria} />}
        </li>
      ))}
    </ul>
  );
}

const verdictOf = ({ verdict, decidedBy, reason }: Drawn) =>
  verdict === 'confirmed' ? says.confirmed(decidedBy ?? '') : says.changed(decidedBy ?? '', reason ?? '');

function Judge({ drawn: { id, learner, maxPoints }, criteria }: { drawn: Drawn; criteria: Criteria }) {
  const [changing, change] = useState(false);
  const all = criteria.length > 0 ? criteria : [{ id: 'total', title: says.grade }];
  const most = pointsWritten(maxPoints);
  if (!changing) {
    return (
      <Form method="post" className="cluster gap-2">
        <input type="hidden" name="id" value={id} />
        <button className="btn" name="what" value="confirm" aria-label={says.confirmOne(learner)}>
          {says.confirm}
        </button>
        <button type="button" className="btn quiet" aria-label={says.changeOne(learner)} onClick={() => change(true)}>
          {says.change}
        </button>
      </Form>
    );
  }
  return (
    <Form method="post" className="stack gap-3 narrow" onSubmit={() => change(false)}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="what" value="change" />
      {all.map((criterion) => (
        <Field
          key={criterion.id}
          label={says.points(criterion.title, most)}
          name={`points.${criterion.id}`}
          inputMode="decimal"
          pattern="[0-9]+([,.][0-9]{1,3})?"
          required
        />
      ))}
      <Field label={says.reason} name="reason" required maxLength={1000} />
      <p className="cluster">
        <button className="btn primary">{says.send}</button>
        <button type="button" className="btn quiet" onClick={() => change(false)}>
          {says.cancel}
        </button>
      </p>
    </Form>
  );
}
