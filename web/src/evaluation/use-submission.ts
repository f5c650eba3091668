import { useCallback, useEffect, useState } from 'react';
import { useFetcher, useNavigate } from 'react-router';
import type { Refused } from '../api/client.ts';
import { refusals } from '../words/refusals.ts';
import type { AnswerKeeper, KeeperState } from './answer-keeper.ts';
import { resultOf } from './result-address.ts';
import { words } from './words.ts';

const again = 5_000;

/** Sends an attempt: when its learner says so, after what is still to be saved, or by itself when its time is over. */
export function useSubmission(id: string, keeper: AnswerKeeper | null, { halt }: KeeperState) {
  const fetcher = useFetcher<{ refused: Refused }>();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const [refused, refuse] = useState<string | null>(null);
  const [over, end] = useState(false);
  const { submit, state, data } = fetcher;
  const answer = data?.refused;

  const send = useCallback(async () => {
    setSaving(true);
    refuse(null);
    const saved = await keeper?.settle();
    setSaving(false);
    if (saved || over) await submit(null, { method: 'post' });
    else refuse(words.attempt.offlineHow);
  }, [keeper, over, submit]);

  useEffect(() => {
    if (!over || !keeper || state !== 'idle') return;
    const timer = setTimeout(() => void send(), answer ? again : 0);
    return () => clearTimeout(timer);
  }, [over, keeper, state, answer, send]);

  useEffect(() => {
    if (halt !== 'ended') return;
    keeper?.forget();
    void navigate(resultOf(id), { replace: true });
  }, [halt, keeper, id, navigate]);

  return {
    send: () => void send(),
    busy: saving || state !== 'idle',
    refused: refused ?? (answer ? refusals[answer.code] : null),
    /** The time is over: nothing can be changed any more. */
    over,
    onEnd: useCallback(() => end(true), []),
  };
}
