import { useState } from 'react';
import { Link } from 'react-router';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Mark } from './question-map.tsx';
import { timeLeft } from './time-left.ts';
import { words } from './words.ts';

const { stale, leave, submit, sending } = words.attempt;

type SubmitProps = {
  marks: readonly Mark[];
  /** Milliseconds, or null where there is no limit. */
  left: number | null;
  busy: boolean;
  refused: string | null;
  send: () => void;
  close: () => void;
};

/** The questions of a state by number. */
function Positions({ name, of, always = false }: { name: string; of: readonly Mark[]; always?: boolean }) {
  if (of.length === 0 && !always) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{of.length > 0 ? <strong>{submit.list(of.map(({ position }) => position))}</strong> : submit.none}</dd>
    </>
  );
}

function Summary({ marks, left }: Pick<SubmitProps, 'marks' | 'left'>) {
  const of = (state: Mark['answered']) => marks.filter(({ answered }) => answered === state);
  return (
    <dl className="facts">
      <dt>{submit.answered}</dt>
      <dd>{submit.outOf(of('yes').length, marks.length)}</dd>
      <Positions name={submit.unanswered} of={of('no')} always />
      <Positions name={submit.partly} of={of('partly')} />
      {left !== null && (
        <>
          <dt>{submit.left}</dt>
          <dd>{timeLeft(left)}</dd>
        </>
      )}
    </dl>
  );
}

/** Asks before an attempt is sent: names the questions left open and says how much time there is. */
export function SubmitDialog({ marks, left, busy, refused, send, close }: SubmitProps) {
  return (
    <Dialog title={submit.title} onClose={busy ? undefined : close}>
      <p>{submit.text}</p>
      <Summary marks={marks} left={left} />
      {refused && <Notice tone="danger" role="alert" title={refused} />}
      <p className="cluster gap-3">
        <button type="button" className="btn primary" aria-busy={busy || undefined} onClick={busy ? undefined : send}>
          {busy ? submit.busy : submit.send}
        </button>
        <button type="button" className="btn" data-safe onClick={busy ? undefined : close}>
          {submit.back}
        </button>
      </p>
    </Dialog>
  );
}

/** The attempt went on elsewhere: this tab sends nothing until someone says so. */
export function StaleDialog({ back, take }: { back: string; take: () => Promise<string | null> }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const go = async () => {
    setBusy(true);
    setRefused(await take());
    setBusy(false);
  };
  return (
    <Dialog title={stale.title}>
      <p>{stale.text}</p>
      {refused && <Notice tone="danger" role="alert" title={refused} />}
      <p className="cluster gap-3">
        <button type="button" className="btn primary" data-safe aria-busy={busy || undefined} onClick={() => void go()}>
          {busy ? stale.busy : stale.here}
        </button>
        <Link className="btn" to={back}>
          {stale.leave}
        </Link>
      </p>
    </Dialog>
  );
}

/** Some answers could not be sent before leaving. */
export function LeaveDialog({ stay, go }: { stay: () => void; go: () => void }) {
  return (
    <Dialog title={leave.title} onClose={stay}>
      <p>{leave.text}</p>
      <p className="cluster gap-3">
        <button type="button" className="btn primary" data-safe onClick={stay}>
          {leave.stay}
        </button>
        <button type="button" className="btn" onClick={go}>
          {leave.go}
        </button>
      </p>
    </Dialog>
  );
}

/** The time is over: nothing can be changed while the rest is sent. */
export function SendingDialog({ waiting }: { waiting: boolean }) {
  return (
    <Dialog title={sending.title}>
      <p role="status">{waiting ? sending.waiting : sending.timeUp}</p>
    </Dialog>
  );
}
