import { createContext, useContext, useId } from 'react';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Draft } from './rules-draft.ts';
import type { Faults } from './rules-faults.ts';

type Writing = { draft: Draft; faults: Faults; write: (draft: Draft) => void };
/** The draft that the fields below write in. */
export const RulesDraft = createContext<Writing>({
  draft: { categories: [], units: [], values: {} },
  faults: {},
  write: () => undefined,
});

/** What a field of the draft says, and how it says something else. */
function useEntry(name: string) {
  const { draft, faults, write } = useContext(RulesDraft);
  return {
    ...{ name, value: draft.values[name] ?? '', error: faults[name] },
    set: (text: string) => write({ ...draft, values: { ...draft.values, [name]: text } }),
  };
}

type EntryProps = {
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'date';
  mode?: 'numeric' | 'decimal';
};

export function Entry({ name, label, hint, type, mode }: EntryProps) {
  const { value, error, set } = useEntry(name);
  return (
    <Field
      {...{ name, label, hint, type, error, value }}
      inputMode={mode}
      autoComplete="off"
      onChange={({ target }) => set(target.value)}
    />
  );
}

type PickProps = { name: string; label: string; options: readonly (readonly [value: string, text: string])[] };

export function Pick({ name, label, options }: PickProps) {
  const id = useId();
  const { value, error, set } = useEntry(name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        {...{ id, name, value }}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={({ target }) => set(target.value)}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </div>
  );
}

/** What the form carries along and nobody writes. */
export function Carried({ name }: { name: string }) {
  const { value } = useEntry(name);
  return <input type="hidden" name={name} value={value} />;
}
