import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { api, type Refused, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { fullName, useRoot } from '../shell/root.ts';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { refusals } from '../words/refusals.ts';
import { BesideCountry } from './country.tsx';
import { PasswordField } from './password-field.tsx';
import { words } from './words.ts';

const { signIn } = words;

export const handle: Handle = { title: signIn.title, description: signIn.description, plain: true };

/** Where to go once inside: only to a page of ours. */
function wayBack(request: Request): string {
  const { origin, searchParams } = new URL(request.url);
  const asked = searchParams.get('volver') ?? '/';
  if (!URL.canParse(asked, origin)) return '/';
  const page = new URL(asked, origin);
  return page.origin === origin ? page.pathname + page.search + page.hash : '/';
}

export const loader = ({ request }: LoaderFunctionArgs) => ({ back: wayBack(request) });

export async function action({ request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const run = text('run');
  const { refused } = await write(api.POST('/api/session', { body: { run, password: text('password') } }));
  if (refused) return data({ refused, run }, refused.status);
  throw redirect(wayBack(request));
}

/** The sentence beside each field at fault. */
function faultsOf({ code, errors }: Refused): { run?: string | undefined; password?: string | undefined } {
  if (code === 'wrong_run') return { run: refusals.wrong_run };
  if (code === 'wrong_credentials') return { password: words.password.again };
  const missing = (field: 'run' | 'password') =>
    errors.some(({ path }) => path === field) ? words[field].missing : undefined;
  return { run: missing('run'), password: missing('password') };
}

export function Component() {
  const root = useRoot();
  if (root?.me) return <AlreadyHere name={fullName(root.me)} />;
  return <BesideCountry>{root?.ways.password ? <SignInForm /> : <Closed />}</BesideCountry>;
}

function SignInForm() {
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state === 'submitting';
  const faults = answer ? faultsOf(answer.refused) : {};
  const form = useFaultFocus(answer);
  return (
    <Form method="post" className="stack gap-5" noValidate aria-labelledby="heading" ref={form}>
      <div className="stack gap-2">
        <h1 id="heading">{signIn.heading}</h1>
        <p className="meta">{signIn.whoFor}</p>
      </div>
      {answer && (
        <Notice tone="danger" role="alert" title={signIn.refused}>
          {refusals[answer.refused.code]}
        </Notice>
      )}
      <Field
        name="run"
        label={words.run.label}
        hint={words.run.hint}
        error={faults.run}
        autoComplete="username"
        defaultValue={answer?.run}
        maxLength={30}
      />
      <PasswordField
        name="password"
        label={words.password.label}
        autoComplete="current-password"
        error={faults.password}
      />
      <div className="stack gap-2">
        <button className="btn primary block" aria-busy={busy || undefined}>
          {busy ? signIn.busy : signIn.submit}
        </button>
        <p>
          <Link className="btn quiet" to="/recuperar">
            {signIn.recover}
          </Link>
        </p>
      </div>
    </Form>
  );
}

function Closed() {
  return (
    <div className="stack gap-5">
      <h1>{signIn.heading}</h1>
      <Notice title={signIn.closed} />
    </div>
  );
}

function AlreadyHere({ name }: { name: string }) {
  const { back } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack gap-5">
      <h1>{signIn.already(name)}</h1>
      <p>
        <Link className="btn primary" to={back}>
          {signIn.goOn}
        </Link>
      </p>
    </main>
  );
}
