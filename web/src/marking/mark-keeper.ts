import type { Schemas } from '../api/client.ts';

export type Item = Schemas['SubmissionMarking'];
export type MarkBody = Schemas['MarkBody'];
export type Content = Pick<MarkBody, 'criteria' | 'annotations' | 'feedback'>;
export type Given = Content['criteria'][number];
export type Annotation = Content['annotations'][number];
export type Theirs = Schemas['Mark'];

/** What became of a save. */
export type SaveOutcome =
  | { kind: 'saved'; revision: number; savedAt: string }
  /** No network, or a server that cannot now: the same again in a while. */
  | { kind: 'later' }
  /** Somebody saved another draft meanwhile. */
  | { kind: 'stale'; theirs: Theirs | null }
  /** Somebody else has it open. */
  | { kind: 'taken'; by: string; until: string }
  /** A new version, a publication, a session that ended: this draft cannot go on here. */
  | { kind: 'over'; code: Schemas['Problem']['code'] };

export type Halt = Exclude<SaveOutcome, { kind: 'saved' | 'later' }>;
export type KeeperState = {
  content: Content;
  revision: number;
  saving: 'saved' | 'saving' | 'unsaved';
  savedAt: string | null;
  /** Why nothing is sent any more; what is written stays in this device. */
  halt: Halt | null;
};

type Parts = {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Never throws. */
  put: (body: MarkBody) => Promise<SaveOutcome>;
  later?: (callback: () => void, milliseconds: number) => () => void;
};
type Kept = { content: Content; base: number };

const pause = 700;
const longest = 30_000;
const byTimer = (callback: () => void, milliseconds: number) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

const contentOf = ({ mark, rubric }: Item): Content => ({
  criteria: rubric.criteria.map(
    ({ id }) => mark?.criteria.find((each) => each.id === id) ?? { id, points: null, level: null, comment: '' },
  ),
  annotations: mark?.annotations ?? [],
  feedback: mark?.feedback ?? '',
});

/** Keeps the draft of a mark: shows it at once, saves it as it changes, and in this device until it is saved. */
export class MarkKeeper {
  private readonly listeners = new Set<() => void>();
  private readonly key: string;
  private readonly version: number;
  private state: KeeperState;
  private dirty = false;
  private running: Promise<void> | null = null;
  private cancel: (() => void) | null = null;
  private failures = 0;

  constructor(
    item: Item,
    private readonly parts: Parts,
  ) {
    this.version = item.version;
    this.key = `aula.mark.${item.id}.${item.version}`;
    const revision = item.mark?.revision ?? 0;
    this.state = {
      content: contentOf(item),
      revision,
      saving: 'saved',
      savedAt: item.mark?.savedAt ?? null,
      halt: null,
    };
    this.recover(item.mark);
  }

  readonly snapshot = (): KeeperState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(change: Partial<Content>): void {
    this.dirty = true;
    this.tell({ content: { ...this.state.content, ...change }, saving: 'saving' });
    this.write();
    this.schedule(pause);
  }

  /** Sends what is not saved yet. Whether all is saved. */
  async settle(): Promise<boolean> {
    if (this.dirty && !this.state.halt) {
      this.running ??= this.drain().finally(() => {
        this.running = null;
      });
      await this.running;
    }
    return !this.dirty;
  }

  /** Goes on with what is written here, after the draft that somebody else left. */
  keepMine(): Promise<boolean> {
    const { halt, revision } = this.state;
    const base = halt?.kind === 'stale' ? (halt.theirs?.revision ?? 0) : revision;
    this.dirty = true;
    this.tell({ halt: null, revision: base, saving: 'saving' });
    this.write();
    return this.settle();
  }

  /** Takes the draft that somebody else left; what was written here is given up. */
  takeTheirs(): void {
    const { halt } = this.state;
    if (halt?.kind !== 'stale' || !halt.theirs) return;
    const { criteria, annotations, feedback, revision, savedAt } = halt.theirs;
    this.dirty = false;
    this.tell({ content: { criteria, annotations, feedback }, revision, savedAt, halt: null, saving: 'saved' });
    this.write();
  }

  /** The page goes away: no more is sent, but what is kept stays. */
  close(): void {
    this.cancel?.();
    this.cancel = null;
  }

  /** What an earlier visit could not send; over a later draft of somebody else it waits for a choice. */
  private recover(theirs: Theirs | null): void {
    const kept = readKept(this.parts.storage.getItem(this.key));
    if (!kept) return;
    this.dirty = true;
    const stale: Halt | null = kept.base === this.state.revision ? null : { kind: 'stale', theirs };
    this.state = { ...this.state, content: kept.content, saving: 'unsaved', halt: stale };
    if (!stale) this.schedule(0);
  }

  private async drain(): Promise<void> {
    this.close();
    while (this.dirty && !this.state.halt) {
      const { content, revision } = this.state;
      const outcome = await this.parts.put({ ...content, version: this.version, revision });
      if (!this.take(content, outcome)) return;
    }
  }

  /** Whether to go on. */
  private take(sent: Content, outcome: SaveOutcome): boolean {
    if (outcome.kind === 'saved') {
      this.failures = 0;
      this.dirty = this.state.content !== sent;
      const { revision, savedAt } = outcome;
      this.tell({ revision, savedAt, saving: this.dirty ? 'saving' : 'saved' });
      this.write();
      return true;
    }
    if (outcome.kind === 'later') this.schedule(Math.min(longest, 1_000 * 2 ** this.failures++));
    this.tell({ saving: 'unsaved', ...(outcome.kind !== 'later' && { halt: outcome }) });
    return false;
  }

  private schedule(milliseconds: number): void {
    this.cancel?.();
    this.cancel = (this.parts.later ?? byTimer)(() => {
      this.cancel = null;
      void this.settle();
    }, milliseconds);
  }

  private tell(change: Partial<KeeperState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private write(): void {
    const { content, revision: base } = this.state;
    try {
      if (this.dirty) this.parts.storage.setItem(this.key, JSON.stringify({ content, base } satisfies Kept));
      else this.parts.storage.removeItem(this.key);
    } catch {
      // no room, or forbidden: it is still on its way to the server, and the page warns before it goes
    }
  }
}

function readKept(text: string | null): Kept | null {
  try {
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}
