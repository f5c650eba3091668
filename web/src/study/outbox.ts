import type { Schemas } from '../api/client.ts';
import { now } from '../ui/clock.ts';
import { newId } from '../ui/id.ts';

/** What a learner did, as `POST /api/activity` takes it. */
export type LearningEvent = Schemas['ActivityBody']['events'][number];
type Named<E> = E extends LearningEvent ? Omit<E, 'id' | 'at'> : never;
/** The same before it has a name and an hour. */
export type Happening = Named<LearningEvent>;

/** What became of a batch. `serverTime` in milliseconds; `after`, seconds to wait, where the server says so. */
export type Outcome =
  | { kind: 'answered'; answer: Schemas['Activity']; serverTime: number | null }
  | { kind: 'later'; after: number | null }
  | { kind: 'unreadable' };

/** `stuck`: the last try to send failed. */
export type OutboxState = { waiting: number; sending: boolean; stuck: boolean };

type Parts = {
  /** Whose events these are: what someone left on a shared device is never sent as if it were of who came after. */
  owner: string;
  storage: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;
  /** Never throws. `leaving`: the page may go away before the answer comes. */
  send: (events: LearningEvent[], leaving: boolean) => Promise<Outcome>;
  /** Calls back after so many milliseconds; answers how to give up. */
  later?: (callback: () => void, milliseconds: number) => () => void;
};

const most = 200;
/** A request that outlives its page may weigh 64 kB. */
const mostLeaving = 100;
const gather = 3_000;
const longest = 60_000;

const byTimer = (callback: () => void, milliseconds: number) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Keeps what happened in this device until the API says that it holds it, or never will. Each event lies under a key of
 * its own: two tabs cannot undo each other's work, and a page that dies between sending and hearing loses nothing. It
 * is sent again then, under the same id, and the API counts it once.
 */
export class Outbox {
  private readonly prefix: string;
  private readonly later: NonNullable<Parts['later']>;
  private readonly listeners = new Set<() => void>();
  /** Where the device has no storage to give: at least while the page lives. */
  private readonly loose = new Map<string, LearningEvent>();
  private state: OutboxState = { waiting: 0, sending: false, stuck: false };
  private running: Promise<void> | null = null;
  private cancel: (() => void) | null = null;
  private failures = 0;
  private size = most;

  constructor(private readonly parts: Parts) {
    this.prefix = `aula.event.${parts.owner}.`;
    this.later = parts.later ?? byTimer;
    this.look();
  }

  /** For useSyncExternalStore. */
  readonly snapshot = (): OutboxState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Writes it down, to be sent soon together with what else happens. */
  add(happening: Happening): void {
    if (happening.kind === 'position') this.supersede(happening);
    this.keep({ ...happening, id: newId(), at: new Date(now()).toISOString() });
    this.look();
    this.schedule(gather, false);
  }

  /** What waits, first what happened first. */
  events(): LearningEvent[] {
    const kept = this.keys().map((key) => this.read(key));
    const all = [...kept.filter((event) => event !== null), ...this.loose.values()];
    return all.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Sends all that waits. Resolved when nothing more can be done for now; never rejects. */
  flush(): Promise<void> {
    this.running ??= this.drain().finally(() => {
      this.running = null;
      this.look();
    });
    this.look();
    return this.running;
  }

  /** Sends what it can although the page may be going away. */
  leave(): void {
    const batch = this.events().slice(0, mostLeaving);
    if (batch.length > 0) void this.parts.send(batch, true).then((outcome) => this.settle(batch, outcome));
  }

  /** Counts again what waits, as another tab may have changed it. */
  look(): void {
    const waiting = this.keys().length + this.loose.size;
    const state = { waiting, sending: this.running !== null, stuck: waiting > 0 && this.failures > 0 };
    if (Object.entries(state).every(([name, value]) => this.state[name as keyof OutboxState] === value)) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  /** Where someone stopped before matters no more. */
  private supersede({ enrolmentId, unit }: Happening): void {
    for (const event of this.events()) {
      if (event.kind === 'position' && event.enrolmentId === enrolmentId && event.unit === unit) this.drop(event.id);
    }
  }

  private async drain(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    for (let batch = this.next(); batch.length > 0; batch = this.next()) {
      if (!this.settle(batch, await this.parts.send(batch, false))) return;
    }
  }

  private next(): LearningEvent[] {
    return this.events().slice(0, this.size);
  }

  /** Whether to go on with the next batch. */
  private settle(batch: LearningEvent[], outcome: Outcome): boolean {
    if (outcome.kind === 'answered') return this.clear(batch, outcome);
    if (outcome.kind === 'unreadable') return this.narrow(batch);
    this.postpone(outcome.after);
    return false;
  }

  private clear(batch: LearningEvent[], { answer, serverTime }: Extract<Outcome, { kind: 'answered' }>): boolean {
    const { held, refused } = answer;
    for (const { id, code } of refused) {
      const event = batch.find((each) => each.id === id);
      if (event && code === 'future' && serverTime !== null) this.restamp(event, serverTime);
    }
    const settled = new Set([...held, ...refused.map(({ id }) => id)]);
    for (const { id } of batch) if (settled.has(id)) this.drop(id);
    this.look();
    const done = batch.every(({ id }) => settled.has(id));
    if (!done) this.postpone(null);
    else [this.failures, this.size] = [0, most];
    return done;
  }

  /** The clock of this device is far ahead: what happened counts all the same, at the server's hour. */
  private restamp(event: LearningEvent, serverTime: number): void {
    this.keep({ ...event, id: newId(), at: new Date(serverTime).toISOString() });
  }

  /** Something in there cannot be read, and would keep all that follows from being sent: finds it, and drops it. */
  private narrow(batch: LearningEvent[]): boolean {
    if (batch.length > 1) this.size = Math.ceil(batch.length / 2);
    else for (const { id } of batch) this.drop(id);
    return true;
  }

  private postpone(after: number | null): void {
    this.failures += 1;
    const wait = after === null ? Math.min(longest, 1_000 * 2 ** this.failures) : after * 1_000;
    this.schedule(wait, true);
  }

  private schedule(milliseconds: number, anew: boolean): void {
    if (this.cancel && !anew) return;
    this.cancel?.();
    this.cancel = this.later(() => {
      this.cancel = null;
      void this.flush();
    }, milliseconds);
  }

  private keep(event: LearningEvent): void {
    try {
      this.parts.storage.setItem(this.prefix + event.id, JSON.stringify(event));
    } catch {
      this.loose.set(event.id, event); // full, or forbidden
    }
  }

  private drop(id: string): void {
    this.loose.delete(id);
    this.parts.storage.removeItem(this.prefix + id);
  }

  private keys(): string[] {
    const { storage } = this.parts;
    return Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter(
      (key) => key !== null && key.startsWith(this.prefix),
    ) as string[];
  }

  /** What lies there, unless it is no event: then it goes. */
  private read(key: string): LearningEvent | null {
    try {
      const event = JSON.parse(this.parts.storage.getItem(key) ?? 'null') as LearningEvent | null;
      if (event?.id && key === this.prefix + event.id) return event;
    } catch {
      // not even JSON
    }
    this.parts.storage.removeItem(key);
    return null;
  }
}
