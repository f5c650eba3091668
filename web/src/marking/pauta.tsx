import { useId } from 'react';
import { SectionTitle } from '../ui/section-title.tsx';
import { Criterion } from './criterion.tsx';
import type { Content, Given, Item, KeeperState, MarkKeeper } from './mark-keeper.ts';
import { Nota, pointsOf } from './nota.tsx';
import { SaveState } from './save-state.tsx';
import { words } from './words.ts';

const { rubric: says } = words;

type PautaProps = {
  item: Item;
  state: KeeperState;
  keeper: MarkKeeper | null;
  readOnly: boolean;
  busy: boolean;
  refused: string | null;
  publish: (andNext: boolean) => void;
  ask: () => void;
  bank: (insert: (body: string) => void) => void;
};

/** The rubric at the right: levels, comments, nota, feedback, and what to do with it. */
export function Pauta(props: PautaProps) {
  const { item, state, keeper, readOnly, bank } = props;
  const { criteria } = state.content;
  const changeOne = (id: string, change: Partial<Given>) =>
    keeper?.change({ criteria: criteria.map((each) => (each.id === id ? { ...each, ...change } : each)) });
  return (
    <section className="panel" aria-labelledby="rubric">
      <div className="stack gap-4">
        <SectionTitle id="rubric">
          {says.heading} <span>{says.of(pointsOf(criteria), item.maxPoints)}</span>
        </SectionTitle>
        <form className="stack gap-0" aria-label={says.criteria} onSubmit={(event) => event.preventDefault()}>
          {item.rubric.criteria.map((criterion) => {
            const given = criteria.find(({ id }) => id === criterion.id);
            return (
              given && (
                <Criterion
                  key={criterion.id}
                  criterion={criterion}
                  given={given}
                  disabled={readOnly || !keeper}
                  change={(change) => changeOne(criterion.id, change)}
                  bank={bank}
                />
              )
            );
          })}
        </form>
        <Nota item={item} criteria={criteria} />
        <Feedback content={state.content} keeper={keeper} readOnly={readOnly} bank={bank} />
        {!readOnly && <Publish {...props} />}
      </div>
    </section>
  );
}

type FeedbackProps = Pick<PautaProps, 'keeper' | 'readOnly' | 'bank'> & { content: Content };

function Feedback({ content: { feedback }, keeper, readOnly, bank }: FeedbackProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{says.feedback}</label>
      <textarea
        className="input"
        id={id}
        rows={4}
        maxLength={10_000}
        value={feedback}
        disabled={readOnly || !keeper}
        onChange={({ target }) => keeper?.change({ feedback: target.value })}
      />
      {!readOnly && (
        <p>
          <button
            type="button"
            className="btn quiet"
            aria-label={says.bankFeedback}
            onClick={() => bank((body) => keeper?.change({ feedback: [feedback, body].filter(Boolean).join('\n') }))}
          >
            {words.notes.bank}
          </button>
        </p>
      )}
    </div>
  );
}

function Publish(props: PautaProps) {
  const { item, state, keeper, refused } = props;
  const double = item.doubleThreshold !== null && item.state !== 'disputed';
  return (
    <div className="stack gap-3">
      {double && <p className="meta">{says.double}</p>}
      {refused && (
        <p className="status danger wrap-text" role="alert">
          {refused}
        </p>
      )}
      <Buttons {...props} double={double} />
      <SaveState state={state} keeper={keeper} zone={item.timeZone} />
    </div>
  );
}

function Buttons({ item, keeper, busy, double, publish, ask }: PautaProps & { double: boolean }) {
  const [go, stay] = double ? [says.give, says.giveOnly] : [says.publish, says.publishOnly];
  const off = busy || !keeper;
  return (
    <p className="stack gap-2">
      <button type="button" className="btn primary" aria-busy={busy} disabled={!keeper} onClick={() => publish(true)}>
        {busy ? says.publishing : go}
      </button>
      <button type="button" className="btn" disabled={off} onClick={() => publish(false)}>
        {stay}
      </button>
      {item.mayReturn && item.state !== 'disputed' && (
        <button type="button" className="btn" disabled={off} onClick={ask}>
          {says.return}
        </button>
      )}
    </p>
  );
}
