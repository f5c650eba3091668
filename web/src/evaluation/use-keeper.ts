import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, write } from '../api/client.ts';
import { lostOnTheWay, nowhere, passes, storageHere } from '../api/keeping.ts';
import { refusals } from '../words/refusals.ts';
import { AnswerKeeper, type Attempt, type KeeperState, type SaveOutcome } from './answer-keeper.ts';
import { leaseHere } from './lease.ts';

const outcomes: Record<string, SaveOutcome> = {
  stale_save: { kind: 'stale' },
  attempt_ended: { kind: 'ended' },
  not_found: { kind: 'ended' },
  unauthenticated: { kind: 'signed-out' },
};
const refusedAs = (code: string, status: number): SaveOutcome =>
  outcomes[code] ?? { kind: passes(status) ? 'later' : 'refused' };

const putTo =
  (id: string): ConstructorParameters<typeof AnswerKeeper>[1]['put'] =>
  async (position, body) => {
    const params = { path: { id, position } };
    try {
      // outlives the page: what was typed last is not lost by closing it
      const answer = await api.PUT('/api/attempts/{id}/answers/{position}', { params, body, keepalive: true });
      if (answer.data) return { kind: 'saved', savedAt: answer.data.savedAt };
      return refusedAs((answer.error as { code?: string } | undefined)?.code ?? '', answer.response.status);
    } catch (error) {
      if (lostOnTheWay(error)) return { kind: 'later' };
      throw error;
    }
  };

/** What the page shows until the keeper lives: what came with it. */
const firstOf = (attempt: Attempt): KeeperState =>
  new AnswerKeeper(attempt, { lease: attempt.lease, storage: nowhere, put: putTo(attempt.id) }).snapshot();

const never = () => () => undefined;

/** The keeper of the answers of this attempt, once the page lives in a browser, and what it says. */
export function useKeeper(attempt: Attempt) {
  const [first] = useState(() => firstOf(attempt));
  const [keeper, set] = useState<AnswerKeeper | null>(null);
  useEffect(() => {
    const made = new AnswerKeeper(attempt, {
      lease: leaseHere(),
      storage: storageHere(),
      put: putTo(attempt.id),
    });
    const settle = () => void made.settle();
    const warn = (event: BeforeUnloadEvent) => {
      if (made.snapshot().saving !== 'saved') event.preventDefault();
    };
    set(made);
    addEventListener('online', settle);
    addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', settle);
    return () => {
      removeEventListener('online', settle);
      removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', settle);
      made.close();
    };
  }, [attempt]);
  const state = useSyncExternalStore(keeper?.subscribe ?? never, keeper?.snapshot ?? (() => first), () => first);
  return { keeper, state };
}

/** Goes on in this tab. Answers why it could not, or null. */
export async function takeOver(keeper: AnswerKeeper, id: string): Promise<string | null> {
  const { done, refused } = await write(
    api.PUT('/api/attempts/{id}/lease', { params: { path: { id } }, body: { lease: leaseHere() } }),
  );
  if (done) keeper.resume(done);
  return refused && refusals[refused.code];
}
