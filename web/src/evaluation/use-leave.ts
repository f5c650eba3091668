import { useEffect, useState } from 'react';
import type { Blocker } from 'react-router';
import type { AnswerKeeper } from './answer-keeper.ts';

/** Lets someone go once all is saved; where it cannot be, answers how to stay or to go all the same. */
export function useLeave(keeper: AnswerKeeper | null, blocker: Blocker): { stay: () => void; go: () => void } | null {
  const [failed, fail] = useState<Blocker | null>(null);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    let here = true;
    void keeper?.settle().then((saved) => {
      if (!here) return;
      if (saved) blocker.proceed();
      else fail(blocker);
    });
    return () => {
      here = false;
    };
  }, [blocker, keeper]);
  if (blocker.state !== 'blocked' || failed !== blocker) return null;
  return { stay: blocker.reset, go: blocker.proceed };
}
