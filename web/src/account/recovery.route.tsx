import { type ActionFunctionArgs, data, Form, Link, useActionData, useNavigation } from 'react-router';
import { api, type Refused, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { refusals } from '../words/refusals.ts';
import { BesideCountry } from './country.tsx';
import { words } from './words.ts';

const { recovery } = words;

export const handle: Handle = { title: recovery.title, description: recovery.description, plain: true };

export async function action({ request }: ActionFunctionArgs) {
  const run = (await textsOf(request))('run');
  const { refused } = await write(api.POST('/api/recovery', { body: { run } }));
  return data({ refused, run }, refused?.status ?? 200);
}

const faultOf = ({ code }: Refused) =>
  code === 'invalid' ? words.run.missing : code === 'wrong_run' ? refusals.wrong_run : undefined;

export function Component() {
  const answer = useActionData<typeof action>();
  return (
    <BesideCountry>
      {answer?.refused === null ? <Sent /> : <Ask refused={answer?.refused} run={answer?.run} />}
    </BesideCountry>
  );
}

function Ask({ refused, run }: { refused: Refused | undefined; run: string | undefined }) {
  const form = useFaultFocus(refused);
  const busy = useNavigation().state === 'submitting';
  return (
    <Form method="post" className="stack gap-5" noValidate aria-labelledby="heading" ref={form}>
      <div className="stack gap-2">
        <h1 id="heading">{recovery.heading}</h1>
        <p className="meta">{recovery.how}</p>
      </div>
      {refused && (
        <Notice tone="danger" role="alert" title={recovery.refused}>
          {refusals[refused.code]}
        </Notice>
      )}
      <Field
        name="run"
        label={words.run.label}
        hint={words.run.hint}
        error={refused && faultOf(refused)}
        autoComplete="username"
        defaultValue={run}
        maxLength={30}
      />
      <div className="stack gap-2">
        <button className="btn primary block" aria-busy={busy || undefined}>
          {busy ? recovery.busy : recovery.submit}
        </button>
        <p>
          <Link className="btn quiet" to="/ingresar">
            {recovery.back}
          </Link>
        </p>
      </div>
    </Form>
  );
}

function Sent() {
  return (
    <div className="stack gap-5">
      <h1>{recovery.heading}</h1>
      <Notice tone="success" role="status" title={recovery.sent}>
        {recovery.sentHow}
      </Notice>
      <p>
        <Link className="btn" to="/ingresar">
          {recovery.back}
        </Link>
      </p>
    </div>
  );
}
