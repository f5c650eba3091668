import { useState } from 'react';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { useScript } from '../ui/use-script.ts';
import { words } from './words.ts';

type PasswordFieldProps = {
  name: string;
  label: string;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error?: string | undefined;
};

/** A password, which may be shown while it is written. */
export function PasswordField(props: PasswordFieldProps) {
  const script = useScript();
  const [shown, show] = useState(false);
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      maxLength={200}
      beside={(input) => (
        <button
          className="btn icon-only"
          type="button"
          data-waiting={!script || undefined}
          aria-label={words.password.show}
          aria-pressed={shown}
          aria-controls={input}
          onClick={() => show(!shown)}
        >
          <Icon name="eye" />
        </button>
      )}
    />
  );
}
