import { useEffect } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Refused } from '../api/client.ts';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { refusals } from '../words/refusals.ts';
import type { AccountAnswer } from './account-answer.ts';
import { words } from './account-words.ts';
import { PasswordField } from './password-field.tsx';

const { password } = words;

/** The sentence beside each field at fault. */
function faultOf(refused: Refused | null | undefined, field: 'current' | 'next'): string | undefined {
  if (!refused) return undefined;
  const { code, errors } = refused;
  if (code === 'wrong_password') return field === 'current' ? refusals.wrong_password : undefined;
  if (code === 'weak_password') return field === 'next' ? refusals.weak_password : undefined;
  return errors.some(({ path }) => path === field) ? password.missing[field] : undefined;
}

/** A new password, for whoever knows the present one. */
export function ChangePassword({ answer }: { answer: AccountAnswer | undefined }) {
  const { state, formData } = useNavigation();
  const busy = state !== 'idle' && formData?.get('about') === 'password';
  const refused = answer?.about === 'password' ? answer.refused : undefined;
  const form = useFaultFocus(refused);
  useEffect(() => {
    if (refused === null) form.current?.reset();
  }, [refused]);
  return (
    <section className="stack gap-4" aria-labelledby="password">
      <SectionTitle id="password">{password.heading}</SectionTitle>
      <Outcome refused={refused} />
      <Form method="post" className="stack gap-4 account-form" noValidate ref={form}>
        <input type="hidden" name="about" value="password" />
        <PasswordField
          name="current"
          label={password.current}
          autoComplete="current-password"
          error={faultOf(refused, 'current')}
        />
        <PasswordField
          name="next"
          label={password.next}
          hint={password.hint}
          autoComplete="new-password"
          error={faultOf(refused, 'next')}
        />
        <p>
          <button className="btn primary" aria-busy={busy || undefined}>
            {busy ? password.busy : password.submit}
          </button>
        </p>
      </Form>
    </section>
  );
}

/** Whether it was done; nothing before it is tried. */
function Outcome({ refused }: { refused: Refused | null | undefined }) {
  if (refused === undefined) return null;
  return refused ? (
    <Notice tone="danger" role="alert" title={password.refused}>
      {refusals[refused.code]}
    </Notice>
  ) : (
    <Notice tone="success" role="status" title={password.done}>
      {password.doneText}
    </Notice>
  );
}
