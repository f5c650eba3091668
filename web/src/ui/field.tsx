import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

type FieldProps = Omit<ComponentProps<'input'>, 'children'> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** A control beside the input, such as the one that shows a password. It is given the id of the input. */
  beside?: (inputId: string) => ReactNode;
};

/** A labelled input: label above, hint and error below, both read out with it. */
export function Field({ label, hint, error, beside, ...input }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const control = (
    <input
      {...input}
      id={id}
      className="input"
      aria-describedby={described || undefined}
      aria-invalid={error ? true : undefined}
    />
  );
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {beside ? (
        <div className="cluster nowrap gap-2">
          {control}
          {beside(id)}
        </div>
      ) : (
        control
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </div>
  );
}
