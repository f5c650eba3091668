import './filters.css';
import { type ReactNode, useId } from 'react';
import { Form } from 'react-router';

/** A strip of fields that asks through the address: it works without a script, and what it finds can be linked to. */
export function Filters({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Form className="filters" aria-label={label}>
      {children}
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  /** Values with their words; the empty value asks for nothing. */
  options: readonly (readonly [value: string, text: string])[];
  chosen: string | undefined;
};

/** One choice of a few. */
export function Choice({ name, label, options, chosen = '' }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} defaultValue={chosen}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
