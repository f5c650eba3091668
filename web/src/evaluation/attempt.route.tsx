import './evaluation.css';
import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useBlocker,
  useLoaderData,
  useLocation,
} from 'react-router';
import { api, read, write } from '../api/client.ts';
import { signInFrom } from '../shell/sign-in-from.ts';
import type { Handle } from '../shell/head.ts';
import { now } from '../ui/clock.ts';
import { Notice } from '../ui/notice.tsx';
import type { AnswerKeeper, Attempt, KeeperState } from './answer-keeper.ts';
import { type Limit, limitOf, NoLimit, Saved, Timer } from './attempt-bar.tsx';
import { LeaveDialog, SendingDialog, StaleDialog, SubmitDialog } from './attempt-dialogs.tsx';
import { marksOf, QuestionMap } from './question-map.tsx';
import { QuestionGroup } from './question-group.tsx';
import { offsetOf } from './time-left.ts';
import { takeOver, useKeeper } from './use-keeper.ts';
import { useLeave } from './use-leave.ts';
import { resultOf } from './result-address.ts';
import { useSubmission } from './use-submission.ts';
import { words } from './words.ts';

const { attempt: says } = words;

export const handle: Handle<typeof loader> = {
  title: ({ attempt }) => attempt.title,
  description: says.description,
  exit: ({ attempt }) => evaluationOf(attempt),
};

const evaluationOf = ({ enrolmentId, unit }: Attempt) => `/estudio/${enrolmentId}/evaluaciones/${unit}`;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const path = { id: params['attempt'] ?? '' };
  const attempt = await read(api.GET('/api/attempts/{id}', { params: { path }, signal: request.signal }));
  if (attempt.submittedAt !== null) throw redirect(resultOf(attempt.id));
  return { attempt, receivedAt: typeof document === 'undefined' ? null : now() };
}

/** Once here, the keeper of the answers knows better than the server. */
export const shouldRevalidate = () => false;

export async function action({ params }: ActionFunctionArgs) {
  const id = params['attempt'] ?? '';
  const { refused } = await write(api.POST('/api/attempts/{id}/submission', { params: { path: { id } } }));
  if (refused) return data({ refused }, refused.status);
  throw redirect(resultOf(id));
}

export function Component() {
  const { attempt, receivedAt } = useLoaderData<typeof loader>();
  return <AttemptPage key={attempt.id} attempt={attempt} receivedAt={receivedAt} />;
}

function AttemptPage({ attempt, receivedAt }: { attempt: Attempt; receivedAt: number | null }) {
  const { keeper, state } = useKeeper(attempt);
  const submission = useSubmission(attempt.id, keeper, state);
  const [asking, ask] = useState(false);
  const [current, focus] = useState<number | null>(null);
  const [limit] = useState(() => limitOf(attempt, offsetOf(attempt.now, receivedAt)));
  const marks = marksOf(attempt, state.answers);
  const open = !submission.over && state.halt === null;
  return (
    <main id="main" className="flush-top">
      <Bar limit={limit} state={state} onEnd={submission.onEnd} finish={keeper && (() => ask(true))} />
      <div className="wrap pad-top-6">
        <div className="split aside-first">
          <aside className="question-map stack gap-3" aria-label={says.questions}>
            <div className="stack gap-1">
              <h1 className="small-title">{attempt.title}</h1>
              <p className="meta">{says.about(attempt.moduleNumber, attempt.questions.length, attempt.weight)}</p>
            </div>
            <QuestionMap marks={marks} current={current} />
            <Troubles {...state} />
          </aside>
          <QuestionGroup
            attempt={attempt}
            state={state}
            disabled={!keeper || !open}
            change={(position, change) => keeper?.change(position, change)}
            onFocus={focus}
          />
        </div>
      </div>
      <noscript>
        <p className="wrap">{says.noScript}</p>
      </noscript>
      {keeper && state.halt === 'stale' && (
        <StaleDialog back={evaluationOf(attempt)} take={() => takeOver(keeper, attempt.id)} />
      )}
      <Sending {...submission} asking={asking && open} marks={marks} limit={limit} close={() => ask(false)} />
      <Leaving keeper={keeper} done={submission.over} />
    </main>
  );
}

type BarProps = { limit: Limit | null; state: KeeperState; onEnd: () => void; finish: (() => void) | null };

/** What is always in sight: the time left, whether all is saved, and the way to finish. */
function Bar({ limit, state, onEnd, finish }: BarProps) {
  return (
    <div className="sticky-bar">
      <div className="wrap cluster between nowrap">
        {limit ? <Timer limit={limit} onEnd={onEnd} /> : <NoLimit />}
        <Saved {...state} />
        <button type="button" className="btn primary" disabled={!finish} onClick={finish ?? undefined}>
          {says.finish}
        </button>
      </div>
    </div>
  );
}

type SendingProps = Omit<Parameters<typeof SubmitDialog>[0], 'left'> & {
  asking: boolean;
  over: boolean;
  limit: Limit | null;
};

/** Asks before sending, or says that the time is over and it is being sent. */
function Sending({ asking, over, limit, ...rest }: SendingProps) {
  if (over) return <SendingDialog waiting={rest.refused !== null} />;
  return asking && <SubmitDialog {...rest} left={limit && limit.left()} />;
}

/** What keeps the answers from being saved, and what was settled about them elsewhere. */
function Troubles({ saving, halt, overruled }: KeeperState) {
  const { pathname, search } = useLocation();
  return (
    <>
      {halt === 'signed-out' && (
        <Notice tone="danger" role="alert" title={says.signedOut}>
          <p>{says.signedOutHow}</p>
          <p>
            <Link to={signInFrom(pathname + search)}>{says.signIn}</Link>
          </p>
        </Notice>
      )}
      {saving === 'unsaved' && halt === null && (
        <Notice tone="pending" icon="offline" title={says.offline}>
          {says.offlineHow}
        </Notice>
      )}
      {overruled.length > 0 && <Notice role="status" title={says.overruled(overruled)} />}
    </>
  );
}

/** Before leaving, sends what is not saved; asks only if that fails. */
function Leaving({ keeper, done }: { keeper: AnswerKeeper | null; done: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !done &&
      currentLocation.pathname !== nextLocation.pathname &&
      keeper?.snapshot().saving !== undefined &&
      keeper.snapshot().saving !== 'saved',
  );
  const stuck = useLeave(keeper, blocker);
  return stuck && <LeaveDialog stay={stuck.stay} go={stuck.go} />;
}
