import { useId } from 'react';
import { Icon } from '../ui/icon.tsx';
import { type AnswerProps, looksNumeric } from './answered.ts';
import { words } from './words.ts';

const { answer: says } = words;

/** A number with its unit, kept as it was typed: asked as it stands, or calculated from numbers that were drawn. */
export function Numeric({ body: { kind, unit }, response, answer }: AnswerProps<'numeric' | 'calculated'>) {
  const id = useId();
  const text = response?.kind === kind ? response.text : '';
  const wrong = text.trim() !== '' && !looksNumeric(text);
  return (
    <div className="field narrow">
      <label htmlFor={id}>{says.yourAnswer}</label>
      <div className="cluster nowrap gap-2">
        <input
          className="input figure"
          id={id}
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          value={text}
          aria-describedby={`${id}-hint`}
          aria-invalid={wrong || undefined}
          onChange={({ target }) => answer(target.value.trim() === '' ? null : { kind, text: target.value })}
        />
        {unit && <span>{unit}</span>}
      </div>
      {wrong ? (
        <p className="error" id={`${id}-hint`}>
          <Icon name="alert" />
          {says.notANumber}
        </p>
      ) : (
        <p className="hint" id={`${id}-hint`}>
          {says.decimals}
        </p>
      )}
    </div>
  );
}

/** A word or a short phrase. */
export function Short({ response, answer }: AnswerProps<'short'>) {
  const id = useId();
  const kind = 'short';
  return (
    <div className="field narrow">
      <label htmlFor={id}>{says.yourAnswer}</label>
      <input
        className="input"
        id={id}
        autoComplete="off"
        maxLength={400}
        value={response?.kind === kind ? response.text : ''}
        onChange={({ target }) => answer(target.value.trim() === '' ? null : { kind, text: target.value })}
      />
    </div>
  );
}
