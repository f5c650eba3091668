import { useId } from 'react';
import { Icon } from '../ui/icon.tsx';
import type { Response } from './answer-keeper.ts';
import { type BodyOf, looksNumeric } from './answered.ts';
import { words } from './words.ts';

const { attempt: says } = words;

type NumericProps = {
  body: BodyOf<'numeric'>;
  response: Response | null;
  answer: (response: Response | null) => void;
};

/** A number with its unit, kept as it was typed. */
export function Numeric({ body, response, answer }: NumericProps) {
  const id = useId();
  const text = response?.kind === 'numeric' ? response.text : '';
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
          onChange={({ target }) => answer(target.value.trim() === '' ? null : { kind: 'numeric', text: target.value })}
        />
        {body.unit && <span>{body.unit}</span>}
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
