import { type ActionFunctionArgs, data, Form, Link, useActionData, useNavigation } from 'react-router';
import { api, type Refused, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { Notice } from '../ui/notice.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { refusals } from '../words/refusals.ts';
import { BesideCountry } from './country.tsx';
import { PasswordField } from './password-field.tsx';
import { words } from './words.ts';

const { newPassword } = words;

export const handle: Handle = { title: newPassword.title, description: newPassword.description, plain: true };

export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const { refused } = await write(
    api.PUT('/api/recovery', { body: { token: params['token'] ?? '', password: text('password') } }),
  );
  return data({ refused }, refused?.status ?? 200);
}

/** A link that was cut or altered is as good as an expired one. */
const codeOf = ({ code, errors }: Refused) =>
  code === 'invalid' && errors.some(({ path }) => path === 'token') ? 'link_expired' : code;

function faultOf(refused: Refused): string | undefined {
  const code = codeOf(refused);
  if (code === 'invalid') return words.password.missing;
  return code === 'weak_password' ? refusals.weak_password : undefined;
}

export function Component() {
  const answer = useActionData<typeof action>();
  return <BesideCountry>{answer?.refused === null ? <Done /> : <Write refused={answer?.refused} />}</BesideCountry>;
}

function Write({ refused }: { refused: Refused | undefined }) {
  const form = useFaultFocus(refused);
  const busy = useNavigation().state === 'submitting';
  const code = refused && codeOf(refused);
  return (
    <Form method="post" className="stack gap-5" noValidate aria-labelledby="heading" ref={form}>
      <h1 id="heading">{newPassword.heading}</h1>
      {code && (
        <Notice tone="danger" role="alert" title={newPassword.refused}>
          <p>{refusals[code]}</p>
          {code === 'link_expired' && (
            <p>
              <Link to="/recuperar">{newPassword.askAgain}</Link>
            </p>
          )}
        </Notice>
      )}
      <PasswordField
        name="password"
        label={newPassword.label}
        hint={newPassword.hint}
        autoComplete="new-password"
        error={refused && faultOf(refused)}
      />
      <button className="btn primary block" aria-busy={busy || undefined}>
        {busy ? newPassword.busy : newPassword.submit}
      </button>
    </Form>
  );
}

function Done() {
  return (
    <div className="stack gap-5">
      <h1>{newPassword.heading}</h1>
      <Notice tone="success" role="status" title={newPassword.done}>
        {newPassword.doneHow}
      </Notice>
      <p>
        <Link className="btn primary" to="/ingresar">
          {newPassword.signIn}
        </Link>
      </p>
    </div>
  );
}
