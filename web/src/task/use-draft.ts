import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, type Schemas } from '../api/client.ts';
import { lostOnTheWay, passes, storageHere } from '../api/keeping.ts';
import { DraftKeeper, type DraftOutcome, type DraftState } from './draft-keeper.ts';

type Task = Schemas['Task'];
type Problem = { code?: string; detail?: { seq?: number; html?: string } };
const never = () => () => undefined;

function outcomeOf({ code = '', detail = {} }: Problem, status: number): DraftOutcome {
  const { seq = 0, html = '' } = detail;
  if (code === 'stale_save') return { kind: 'stale', seq, html };
  return passes(status) ? { kind: 'later' } : { kind: 'refused', code };
}

async function put(task: Task, base: number, html: string): Promise<DraftOutcome> {
  const params = { path: { id: task.enrolmentId, unit: task.key } };
  try {
    const answer = await api.PUT('/api/enrolments/{id}/tasks/{unit}/draft', { params, body: { base, html } });
    if (answer.data) return { kind: 'saved', seq: answer.data.seq };
    return outcomeOf(answer.error, answer.response.status);
  } catch (error) {
    if (lostOnTheWay(error)) return { kind: 'later' };
    throw error;
  }
}

/** The keeper of a task's text, once the page lives in a browser, and what it says. */
export function useDraft(task: Task): { keeper: DraftKeeper | null; state: DraftState } {
  const { html, seq } = task.draft;
  const [first] = useState<DraftState>({ html, seq, saving: 'saved', refused: null });
  const [keeper, set] = useState<DraftKeeper | null>(null);
  useEffect(() => {
    const made = new DraftKeeper(task.draft, {
      key: `aula.draft.${task.enrolmentId}.${task.key}`,
      storage: storageHere(),
      put: (base, text) => put(task, base, text),
    });
    const settle = () => void made.settle();
    const warn = (event: BeforeUnloadEvent) => {
      if (made.snapshot().saving !== 'saved') event.preventDefault();
    };
    set(made);
    addEventListener('online', settle);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('online', settle);
      removeEventListener('beforeunload', warn);
      made.close();
    };
    // one keeper for the life of the page: what arrives later of the same task changes no text
  }, [task.enrolmentId, task.key, task.state]);
  const state = useSyncExternalStore(keeper?.subscribe ?? never, keeper?.snapshot ?? (() => first), () => first);
  return { keeper, state };
}
