import './evaluation.css';
import { Fragment } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { api, read, type Schemas, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Field } from '../ui/field.tsx';
import { deadline } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { refusals } from '../words/refusals.ts';
import { AttemptsSoFar } from './attempts-so-far.tsx';
import { leaseHere } from './lease.ts';
import { words } from './words.ts';

const { rules: says } = words;

type Evaluation = Schemas['Evaluation'];

export const handle: Handle<typeof loader> = {
  title: ({ title }) => title,
  description: ({ title, course }) => says.description(title, course.title),
};

const pathOf = (params: LoaderFunctionArgs['params']) => ({
  id: params['enrolment'] ?? '',
  unit: params['unit'] ?? '',
});

export const loader = ({ params, request }: LoaderFunctionArgs) =>
  read(
    api.GET('/api/enrolments/{id}/evaluations/{unit}', { params: { path: pathOf(params) }, signal: request.signal }),
  );

/** Starts an attempt, or goes on in this tab with the one that is open. */
export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const [open, password] = [text('attempt'), text('password')];
  const body = { lease: leaseHere() };
  const { done, refused } = open
    ? await write(api.PUT('/api/attempts/{id}/lease', { params: { path: { id: open } }, body }))
    : await write(
        api.POST('/api/enrolments/{id}/evaluations/{unit}/attempts', {
          params: { path: pathOf(params) },
          body: { ...body, ...(password && { password }) },
        }),
      );
  if (refused) return data({ refused }, refused.status);
  throw redirect(`/intentos/${done?.id ?? open}`);
}

export function Component() {
  const evaluation = useLoaderData<typeof loader>();
  const { course, module, title, enrolmentId, instructions } = evaluation;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: '/inicio', name: words.trail.home },
          { to: `/estudio/${enrolmentId}`, name: course.title },
        ]}
      />
      <header className="stack gap-1">
        <p className="meta">{module ? words.moduleNumber(module.number, module.title) : words.final}</p>
        <h1>{title}</h1>
      </header>
      <div className="split">
        <div className="stack gap-6">
          {instructions && <Html html={instructions} className="instructions" block />}
          <Rules evaluation={evaluation} />
          <Begin evaluation={evaluation} />
        </div>
        <aside>
          <AttemptsSoFar evaluation={evaluation} />
        </aside>
      </div>
    </main>
  );
}

function Rules({ evaluation: { rules, attempts, edition } }: { evaluation: Evaluation }) {
  const reader = useMe()?.timeZone;
  const facts: [string, string][] = [
    [says.questions, String(rules.questions)],
    [says.time, rules.minutes === null ? says.noLimit : says.minutes(rules.minutes)],
    [says.attempts, says.left(Math.max(0, rules.attempts - attempts.length), rules.attempts)],
    [says.demand, says.demandMeans(rules.demand)],
    [says.keep, words.keeps[rules.keep]],
    [says.weight, says.weighs(rules.weight)],
    [says.opens, deadline(rules.opensAt, edition.timeZone, reader)],
    [says.closes, deadline(rules.closesAt, edition.timeZone, reader)],
    [says.results, says.release[rules.release.score.rule]],
  ];
  return (
    <section className="stack gap-3" aria-labelledby="rules">
      <SectionTitle id="rules">{says.heading}</SectionTitle>
      <dl className="facts rules">
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** The way in, or why there is none. */
function Begin({ evaluation }: { evaluation: Evaluation }) {
  const answer = useActionData<typeof action>();
  const { barred, attempts } = evaluation;
  const open = attempts.find(({ submittedAt }) => submittedAt === null);
  return (
    <Form method="post" className="stack gap-4">
      {answer && (
        <Notice tone="danger" role="alert" title={says.refused}>
          {refusals[answer.refused.code]}
        </Notice>
      )}
      {!open && (barred ? <Barred evaluation={evaluation} barred={barred} /> : <Password evaluation={evaluation} />)}
      {open && <Resume attempt={open} zone={evaluation.edition.timeZone} />}
      {(open !== undefined || barred === null) && <Go evaluation={evaluation} resuming={open !== undefined} />}
    </Form>
  );
}

/** Why no attempt can start now. */
function Barred({ evaluation, barred }: { evaluation: Evaluation; barred: NonNullable<Evaluation['barred']> }) {
  return (
    <Notice title={refusals[barred]}>{barred === 'wait_between_attempts' && <Wait evaluation={evaluation} />}</Notice>
  );
}

/** The word that opens it, where it has one. */
function Password({ evaluation: { rules } }: { evaluation: Evaluation }) {
  const wrong = useActionData<typeof action>()?.refused.code === 'wrong_evaluation_password';
  if (!rules.needsPassword) return null;
  return (
    <Field
      label={says.password}
      hint={says.passwordHint}
      error={wrong ? refusals.wrong_evaluation_password : undefined}
      name="password"
      autoComplete="off"
      required
    />
  );
}

/** When the next attempt may start. */
function Wait({ evaluation: { waitUntil, edition } }: { evaluation: Evaluation }) {
  const reader = useMe()?.timeZone;
  return waitUntil && says.waitUntil(deadline(waitUntil, edition.timeZone, reader));
}

function Resume({ attempt: { id, n, deadlineAt }, zone }: { attempt: Evaluation['attempts'][number]; zone: string }) {
  const reader = useMe()?.timeZone;
  return (
    <>
      <Notice tone="pending" title={says.open(n)}>
        {deadlineAt && says.openUntil(deadline(deadlineAt, zone, reader))}
      </Notice>
      <input type="hidden" name="attempt" value={id} />
    </>
  );
}

function Go({ evaluation: { rules, attempts }, resuming }: { evaluation: Evaluation; resuming: boolean }) {
  const busy = useNavigation().state === 'submitting';
  const name = resuming ? says.resume : attempts.length > 0 ? says.another : says.start;
  return (
    <>
      <p>{rules.minutes === null ? says.saved : `${says.clock} ${says.saved}`}</p>
      <p>
        <button className="btn primary" aria-busy={busy || undefined}>
          {busy ? says.busy : name}
          <Icon name="arrow" />
        </button>
      </p>
    </>
  );
}
