import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, Offline } from '../api/client.ts';
import { setWaiting } from '../api/waiting.ts';
import { useMe } from '../shell/root.ts';
import { type LearningEvent, Outbox, type OutboxState, type Outcome } from './outbox.ts';

/** Refusals that pass with time or with signing in again, as against a batch that will never be read. */
const passes = (status: number) => status >= 500 || [401, 403, 408, 429].includes(status);

const refusedAs = ({ status, headers }: Response): Outcome =>
  passes(status) ? { kind: 'later', after: Number(headers.get('retry-after')) || null } : { kind: 'unreadable' };

/** No network, or a proxy's page instead of an answer. */
const lostOnTheWay = (error: unknown) => error instanceof Offline || error instanceof SyntaxError;

async function send(events: LearningEvent[], leaving: boolean): Promise<Outcome> {
  try {
    const { data, response } = await api.POST('/api/activity', { body: { events }, keepalive: leaving });
    if (!data) return refusedAs(response);
    return { kind: 'answered', answer: data, serverTime: Date.parse(response.headers.get('date') ?? '') || null };
  } catch (error) {
    if (lostOnTheWay(error)) return { kind: 'later', after: null };
    throw error;
  }
}

/** Storage that lasts no longer than the page, where the browser gives none. */
function fleeting(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

function storageHere(): Storage {
  try {
    return localStorage;
  } catch {
    return fleeting(); // forbidden by the browser's settings
  }
}

let current: { owner: string; outbox: Outbox } | null = null;

/** The outbox of this person in this device, which sends what an earlier visit left. */
function outboxOf(owner: string): Outbox {
  if (current?.owner === owner) return current.outbox;
  const outbox = new Outbox({ owner, storage: storageHere(), send });
  current = { owner, outbox };
  outbox.subscribe(() => {
    const { stuck, waiting } = outbox.snapshot();
    if (current?.outbox === outbox) setWaiting(stuck ? waiting : 0);
  });
  addEventListener('online', () => void outbox.flush());
  addEventListener('storage', () => outbox.look());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') outbox.leave();
  });
  addEventListener('pagehide', () => outbox.leave());
  void outbox.flush();
  return outbox;
}

/** The outbox of who is signed in; null until the page lives in a browser. */
export function useOutbox(): Outbox | null {
  const owner = useMe()?.id;
  const [outbox, set] = useState<Outbox | null>(null);
  useEffect(() => set(owner === undefined ? null : outboxOf(owner)), [owner]);
  return outbox;
}

const idle: OutboxState = { waiting: 0, sending: false, stuck: false };
const never = () => () => undefined;

/** How much of what was done here waits to be sent. */
export const useOutboxState = (outbox: Outbox | null): OutboxState =>
  useSyncExternalStore(outbox?.subscribe ?? never, outbox?.snapshot ?? (() => idle), () => idle);

/**
 * For loaders, before they read: lets what was just done arrive, so that the page shows it. Waits at most a second, and
 * not at all on the server or without a network.
 */
export async function settled(): Promise<void> {
  const outbox = current?.outbox;
  if (!outbox || outbox.snapshot().waiting === 0 || !navigator.onLine) return;
  await Promise.race([outbox.flush(), new Promise((resolve) => setTimeout(resolve, 1_000))]);
}
