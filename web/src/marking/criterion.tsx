import { useId, useState } from 'react';
import type { Schemas } from '../api/client.ts';
import { points as written } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Given } from './mark-keeper.ts';
import { words } from './words.ts';

const { rubric: says } = words;

export type RubricCriterion = Schemas['Rubric']['criteria'][number];

type CriterionProps = {
  criterion: RubricCriterion;
  given: Given;
  disabled: boolean;
  change: (change: Partial<Given>) => void;
  /** Opens the bank to put one of its comments here. */
  bank: (insert: (body: string) => void) => void;
};

/** One criterion: its level or its points, what that level says, and a comment of one's own. */
export function Criterion({ criterion, given, disabled, change, bank }: CriterionProps) {
  const { id, title, levels, maxPoints } = criterion;
  return (
    <fieldset className="criterion" disabled={disabled} data-criterion={id}>
      <legend>
        <span className="cluster between baseline nowrap">
          <strong className="meta">{title}</strong>
          <span className="meta">{says.given(given.points, maxPoints)}</span>
        </span>
      </legend>
      {levels ? (
        <Levels criterion={criterion} given={given} change={change} />
      ) : (
        <Free maxPoints={maxPoints} given={given} title={title} change={change} />
      )}
      <Comment title={title} given={given} disabled={disabled} change={change} bank={bank} />
    </fieldset>
  );
}

/** From the fewest points to the most, as the digits of the keyboard go. */
export const rising = (levels: NonNullable<RubricCriterion['levels']>) =>
  levels.map((level, at) => ({ ...level, at })).sort((a, b) => a.points - b.points);

function Levels({ criterion, given, change }: Pick<CriterionProps, 'criterion' | 'given' | 'change'>) {
  const name = useId();
  const levels = criterion.levels ?? [];
  const chosen = given.level === null ? undefined : levels[given.level];
  return (
    <>
      <div className="segmented">
        {rising(levels).map(({ points, title, at }) => (
          <label key={at} title={title}>
            <input
              type="radio"
              name={name}
              aria-label={says.level(title, points)}
              checked={given.level === at}
              onChange={() => change({ level: at, points })}
            />
            {written(points)}
          </label>
        ))}
      </div>
      {chosen && (
        <div className="fine">
          <Html html={chosen.html || chosen.title} />
        </div>
      )}
    </>
  );
}

/** Thousandths of what is typed with a decimal comma; null of nothing, undefined of what is no number. */
function typed(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  return /^\d+([.,]\d{1,3})?$/.test(text.trim()) ? Math.round(Number(text.trim().replace(',', '.')) * 1000) : undefined;
}

type FreeProps = Pick<CriterionProps, 'given' | 'change'> & { maxPoints: number; title: string };

function Free({ maxPoints, given, title, change }: FreeProps) {
  const id = useId();
  const [text, write] = useState<string | null>(null);
  const shown = text ?? (given.points === null ? '' : written(given.points));
  const value = typed(shown);
  const wrong = value === undefined || (value !== null && value > maxPoints);
  return (
    <div className="field">
      <input
        id={id}
        className="input"
        inputMode="decimal"
        aria-label={`${title}. ${says.free(maxPoints)}`}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        value={shown}
        onBlur={() => {
          if (!wrong) write(null);
        }}
        onChange={({ target }) => {
          write(target.value);
          const points = typed(target.value);
          if (points !== undefined && (points ?? 0) <= maxPoints) change({ points, level: null });
        }}
      />
      {wrong && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert" />
          {says.misfit(maxPoints)}
        </p>
      )}
    </div>
  );
}

type CommentProps = Pick<CriterionProps, 'given' | 'disabled' | 'change' | 'bank'> & { title: string };

function Comment({ title, given, disabled, change, bank }: CommentProps) {
  const [open, setOpen] = useState(false);
  if (!open && given.comment === '') {
    return disabled ? null : (
      <button type="button" className="btn quiet more" onClick={() => setOpen(true)}>
        {says.comment}
      </button>
    );
  }
  return (
    <>
      <textarea
        className="input"
        rows={2}
        aria-label={says.commentOf(title)}
        value={given.comment}
        maxLength={4000}
        onChange={({ target }) => change({ comment: target.value })}
      />
      <button
        type="button"
        className="btn quiet more"
        aria-label={says.bankFor(title)}
        onClick={() => bank((body) => change({ comment: [given.comment, body].filter(Boolean).join('\n') }))}
      >
        {words.notes.bank}
      </button>
    </>
  );
}
