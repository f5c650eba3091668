import { Form } from 'react-router';
import { Field } from '../ui/field.tsx';
import { words } from './words.ts';

const { verify } = words;

/** Asks for a code by the address, so that it works without a script. */
export function VerifyForm({ code, error }: { code?: string | undefined; error?: string | undefined }) {
  return (
    <Form action="/verificar" className="verify-form stack gap-4" key={code ?? ''}>
      <Field
        name="codigo"
        label={verify.label}
        hint={verify.hint}
        error={error}
        defaultValue={code}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <p>
        <button className="btn primary">{verify.submit}</button>
      </p>
    </Form>
  );
}
