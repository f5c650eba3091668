import { useEffect, useRef, useState } from 'react';
import { useMe } from '../shell/root.ts';
import { now } from '../ui/clock.ts';
import { clockTime } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import type { Attempt, KeeperState } from './answer-keeper.ts';
import { timeLeft, warningBetween } from './time-left.ts';
import { words } from './words.ts';

const { attempt: says } = words;

/** In milliseconds: what was left when the page was made, and what is left now by the server's clock. */
export type Limit = { initial: number; left: () => number };

type TimerProps = { limit: Limit; onEnd: () => void };

/** The time left. Its change is not read out each second, but at ten and at two minutes. */
export function Timer({ limit, onEnd }: TimerProps) {
  const [label, show] = useState(timeLeft(limit.initial));
  const [warning, warn] = useState('');
  const before = useRef(limit.initial);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined = undefined;
    const look = () => {
      const left = limit.left();
      const minutes = warningBetween(before.current, left);
      before.current = left;
      if (minutes !== undefined) warn(says.announce(minutes));
      show(left > 0 ? timeLeft(left) : says.over);
      if (left > 0) return;
      clearInterval(timer);
      onEnd();
    };
    timer = setInterval(look, 1_000);
    look();
    return () => clearInterval(timer);
  }, [limit, onEnd]);
  return (
    <>
      <span className="timer" role="timer" aria-label={says.timeLeft} aria-live="off">
        <Icon name="clock" />
        <span>{label}</span>
      </span>
      <span className="visually-hidden" role="status">
        {warning}
      </span>
    </>
  );
}

export function NoLimit() {
  return (
    <span className="timer">
      <Icon name="clock" />
      <span>{says.noLimit}</span>
    </span>
  );
}

const toneOf = { saved: 'success', saving: 'info', unsaved: 'pending' } as const;
const iconOf = { saved: 'saved', saving: 'sync', unsaved: 'alert' } as const;

/** Whether all is saved, always in sight. */
export function Saved({ saving, savedAt }: Pick<KeeperState, 'saving' | 'savedAt'>) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  const saved = savedAt ? says.savedAt(clockTime(savedAt, zone)) : says.saved;
  return (
    <>
      <span className={`status saved-state ${toneOf[saving]}`}>
        <Icon name={iconOf[saving]} />
        {saving === 'unsaved' ? (
          <>
            <span className="wide-only">{says.unsaved}</span>
            <span className="narrow-only">{says.unsavedShort}</span>
          </>
        ) : (
          { saved, saving: says.saving }[saving]
        )}
      </span>
      <SavedAloud saving={saving} />
    </>
  );
}

/** Read out only when it goes wrong, and when it is well again. */
function SavedAloud({ saving }: Pick<KeeperState, 'saving'>) {
  const [failed, fail] = useState(false);
  if (saving === 'unsaved' && !failed) fail(true);
  return (
    <span className="visually-hidden" role="status">
      {failed && (saving === 'saved' ? says.savedAgain : says.unsavedAloud)}
    </span>
  );
}

/** How to count what is left of an attempt, by a clock that may be wrong; null where there is no limit. */
export function limitOf({ deadlineAt, now: then }: Attempt, offset: number): Limit | null {
  if (deadlineAt === null) return null;
  const deadline = Date.parse(deadlineAt);
  return { initial: deadline - Date.parse(then), left: () => deadline - now() - offset };
}
