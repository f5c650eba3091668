import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, type Problem } from '../api/client.ts';
import { lostOnTheWay, nowhere, passes, storageHere } from '../api/keeping.ts';
import {
  type Item,
  type KeeperState,
  MarkKeeper,
  type MarkBody,
  type SaveOutcome,
  type Theirs,
} from './mark-keeper.ts';

/** What a refusal means for the draft. */
function refusedAs({ code, detail }: Problem, status: number): SaveOutcome {
  if (code === 'stale_mark') return { kind: 'stale', theirs: (detail?.['mark'] ?? null) as Theirs | null };
  if (code === 'claim_taken') {
    const { by, until } = detail as { by: string; until: string };
    return { kind: 'taken', by, until };
  }
  return passes(status) ? { kind: 'later' } : { kind: 'over', code };
}

const putTo =
  (id: string) =>
  async (body: MarkBody): Promise<SaveOutcome> => {
    try {
      const answer = await api.PUT('/api/submissions/{id}/mark', { params: { path: { id } }, body });
      if (answer.data) return { kind: 'saved', ...answer.data };
      return refusedAs(answer.error, answer.response.status);
    } catch (error) {
      if (lostOnTheWay(error)) return { kind: 'later' };
      throw error;
    }
  };

const never = () => () => undefined;

/** The keeper of the draft of this item, once the page lives in a browser, and what it says. */
export function useMark(item: Item): { keeper: MarkKeeper | null; state: KeeperState } {
  const [first] = useState(() => new MarkKeeper(item, { storage: nowhere, put: putTo(item.id) }).snapshot());
  const [keeper, set] = useState<MarkKeeper | null>(null);
  useEffect(() => {
    const made = new MarkKeeper(item, { storage: storageHere(), put: putTo(item.id) });
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
      void made.settle();
    };
  }, [item]);
  const state = useSyncExternalStore(keeper?.subscribe ?? never, keeper?.snapshot ?? (() => first), () => first);
  return { keeper, state };
}
