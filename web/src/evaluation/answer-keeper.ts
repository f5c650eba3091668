import type { Schemas } from '../api/client.ts';
import type { Response } from '../question/answered.ts';

export type Attempt = Schemas['Attempt'];
export type Answer = { response: Response | null; flagged: boolean };
type AnswerBody = Schemas['AnswerBody'];

/** What became of a save. */
export type SaveOutcome =
  | { kind: 'saved'; savedAt: string }
  /** No network, or a server that cannot now: the same again in a while. */
  | { kind: 'later' }
  /** Another tab or device holds the attempt, or what was sent is not the newest. */
  | { kind: 'stale' }
  | { kind: 'ended' }
  | { kind: 'signed-out' }
  /** This one answer will never be taken. */
  | { kind: 'refused' };

export type Halt = Exclude<SaveOutcome['kind'], 'saved' | 'later' | 'refused'>;
export type KeeperState = {
  answers: ReadonlyMap<number, Answer>;
  saving: 'saved' | 'saving' | 'unsaved';
  /** When the server last took an answer of this page. */
  savedAt: string | null;
  /** Why nothing is sent any more. */
  halt: Halt | null;
  /** Positions answered later elsewhere than here, where the later answer stands. */
  overruled: readonly number[];
  /** Positions whose last answer the server would not take. */
  rejected: readonly number[];
};

/**
 * An answer that the server has not confirmed. Each change, and each sending, has a `seq` of its own, higher than all
 * before: the server may have taken what we never heard of. `base`: the last one we know to be there.
 */
type Draft = Answer & { seq: number; tried: number; base: number; lease: string };

type Parts = {
  lease: string;
  storage: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;
  /** Never throws. */
  put: (position: number, body: AnswerBody) => Promise<SaveOutcome>;
  later?: (callback: () => void, milliseconds: number) => () => void;
};

const pause = 500;
const longest = 30_000;
const byTimer = (callback: () => void, milliseconds: number) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** Keeps the answers of an attempt: shows them at once, saves them as they change, and in this device until saved. */
export class AnswerKeeper {
  private readonly listeners = new Set<() => void>();
  private readonly drafts = new Map<number, Draft>();
  private readonly held = new Map<number, Answer & { seq: number }>();
  private readonly prefix: string;
  private state!: KeeperState;
  private running: Promise<void> | null = null;
  private cancel: (() => void) | null = null;
  private failures = 0;
  private savedAt: string | null = null;
  private halt: Halt | null = null;
  private overruled: number[] = [];
  private rejected: number[] = [];

  constructor(
    attempt: Attempt,
    private readonly parts: Parts,
  ) {
    this.prefix = `aula.answers.${attempt.id}.`;
    for (const [position, draft] of this.kept()) this.drafts.set(position, draft);
    this.resume(attempt);
    for (const key of this.keys()) if (key !== this.prefix + parts.lease) parts.storage.removeItem(key);
    if (attempt.lease !== parts.lease) this.stop('stale');
  }

  readonly snapshot = (): KeeperState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Goes on from what the server holds, with what was changed here since; where both changed, the server's stands. */
  resume({ lease, questions }: Attempt): void {
    const lost = this.halt === 'stale';
    this.halt = null;
    this.overruled = [];
    for (const { position, response, flagged, seq } of questions) {
      this.held.set(position, { response, flagged, seq });
      const draft = this.drafts.get(position);
      if (!draft) continue;
      const elsewhere = lost || lease !== draft.lease;
      if (seq >= draft.seq || (elsewhere && seq !== draft.base)) this.overrule(position, draft, elsewhere);
      else Object.assign(draft, { base: seq, lease: this.parts.lease });
    }
    this.write();
    this.tell();
    if (this.drafts.size > 0) this.schedule(0);
  }

  change(position: number, change: Partial<Answer>): void {
    const { response, flagged } = this.answerAt(position);
    const base = this.held.get(position)?.seq ?? 0;
    const { seq, tried } = this.drafts.get(position) ?? { seq: base, tried: 0 };
    const newest = Math.max(seq, tried, base) + 1;
    const next = { response, flagged, ...change, seq: newest, tried, base, lease: this.parts.lease };
    this.drafts.set(position, next);
    this.rejected = this.rejected.filter((each) => each !== position);
    this.write();
    this.tell();
    this.schedule(pause);
  }

  /** Sends what is not saved yet. Whether all is saved. */
  async settle(): Promise<boolean> {
    if (!this.halt) {
      this.running ??= this.drain().finally(() => {
        this.running = null;
        this.tell();
      });
      this.tell();
      await this.running;
    }
    return this.drafts.size === 0;
  }

  /** The attempt is over: nothing of it stays in this device. */
  forget(): void {
    this.cancel?.();
    this.drafts.clear();
    for (const key of this.keys()) this.parts.storage.removeItem(key);
    this.tell();
  }

  /** The page goes away: no more is sent, but what is kept stays. */
  close(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private overrule(position: number, draft: Draft, elsewhere: boolean): void {
    const held = this.held.get(position)?.response;
    if (elsewhere && JSON.stringify(held) !== JSON.stringify(draft.response)) this.overruled.push(position);
    this.drafts.delete(position);
  }

  private answerAt(position: number): Answer {
    return this.drafts.get(position) ?? this.held.get(position) ?? { response: null, flagged: false };
  }

  private async drain(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    for (let next = this.next(); next; next = this.next()) {
      const [position, draft] = next;
      if (draft.seq <= draft.tried) draft.seq = draft.tried + 1;
      draft.tried = draft.seq;
      this.write();
      const { lease, seq, response, flagged } = draft;
      const outcome = await this.parts.put(position, { lease, seq, response, flagged });
      if (!this.take(position, { seq, response, flagged }, outcome)) return;
    }
  }

  private next(): [number, Draft] | undefined {
    const [first] = this.drafts;
    return this.halt ? undefined : first;
  }

  /** Whether to go on with the next answer. */
  private take(position: number, sent: Answer & { seq: number }, outcome: SaveOutcome): boolean {
    if (outcome.kind === 'saved') this.confirm(position, sent, outcome.savedAt);
    else if (outcome.kind === 'refused') this.reject(position);
    else if (outcome.kind === 'later') this.schedule(Math.min(longest, 1_000 * 2 ** this.failures++));
    else this.stop(outcome.kind);
    this.write();
    this.tell();
    return outcome.kind !== 'later';
  }

  private confirm(position: number, sent: Answer & { seq: number }, savedAt: string): void {
    this.failures = 0;
    this.savedAt = savedAt;
    this.held.set(position, sent);
    const draft = this.drafts.get(position);
    if (!draft) return;
    if (draft.seq === sent.seq) this.drafts.delete(position);
    else draft.base = sent.seq;
  }

  private reject(position: number): void {
    this.drafts.delete(position);
    this.rejected.push(position);
  }

  private stop(halt: Halt): void {
    this.halt = halt;
    this.close();
    this.tell();
  }

  private schedule(milliseconds: number): void {
    this.cancel?.();
    this.cancel = (this.parts.later ?? byTimer)(() => {
      this.cancel = null;
      void this.settle();
    }, milliseconds);
  }

  private saving(): KeeperState['saving'] {
    if (this.drafts.size === 0) return 'saved';
    return this.failures > 0 || this.halt ? 'unsaved' : 'saving';
  }

  private tell(): void {
    const answers = new Map([...this.held.keys()].map((position) => [position, this.answerAt(position)]));
    const { savedAt, halt, overruled, rejected } = this;
    this.state = { answers, saving: this.saving(), savedAt, halt, overruled, rejected };
    for (const listener of this.listeners) listener();
  }

  private keys(): string[] {
    const { storage } = this.parts;
    return Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) =>
      key?.startsWith(this.prefix),
    ) as string[];
  }

  /** What earlier visits left in this device, the newest of each question. */
  private kept(): Map<number, Draft> {
    const all = this.keys().flatMap((key) => readDrafts(this.parts.storage.getItem(key)));
    return new Map(all.sort(([, a], [, b]) => a.seq - b.seq));
  }

  private write(): void {
    const { storage, lease } = this.parts;
    try {
      if (this.drafts.size === 0) storage.removeItem(this.prefix + lease);
      else storage.setItem(this.prefix + lease, JSON.stringify([...this.drafts]));
    } catch {
      // no room, or forbidden: they are still on their way to the server, and the page warns before it goes
    }
  }
}

function readDrafts(text: string | null): [number, Draft][] {
  try {
    return JSON.parse(text ?? '[]') as [number, Draft][];
  } catch {
    return [];
  }
}
