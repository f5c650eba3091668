import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon.tsx';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id' | 'children'> & {
  id: string;
  label: ReactNode;
  hint: string;
  error?: string | undefined;
};

/** Room for some sentences: label above, hint and error below, both read out with it. */
export function TextArea({ id, label, hint, error, ...textarea }: TextAreaProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        {...textarea}
        id={id}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
      />
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </div>
  );
}
