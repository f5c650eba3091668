export type DraftState = {
  html: string;
  /** Which draft of the server it continues. */
  seq: number;
  saving: 'saved' | 'saving' | 'unsaved' | 'stale';
  refused: string | null;
};
export type DraftOutcome =
  | { kind: 'saved'; seq: number }
  | { kind: 'later' }
  | { kind: 'stale'; seq: number; html: string }
  | { kind: 'refused'; code: string };
type Kept = { base: number; html: string };
type Parts = {
  key: string;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Never throws. */
  put: (base: number, html: string) => Promise<DraftOutcome>;
};

const pause = 800;
const longest = 30_000;

/** Keeps a text: saves it as it changes, in this device until the server has it, and never over another's. */
export class DraftKeeper {
  private readonly listeners = new Set<() => void>();
  private state: DraftState;
  private other: { seq: number; html: string } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private dirty = false;
  private failures = 0;

  constructor(
    server: { html: string; seq: number },
    private readonly parts: Parts,
  ) {
    this.state = { ...server, saving: 'saved', refused: null };
    const kept = this.read();
    if (!kept || kept.html === server.html) return;
    this.dirty = true;
    this.state = { html: kept.html, seq: kept.base, saving: 'saving', refused: null };
    if (kept.base === server.seq) this.schedule(0);
    else this.clash(server);
  }

  readonly snapshot = (): DraftState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(html: string): void {
    this.dirty = true;
    const { saving } = this.state;
    this.tell({ html, refused: null, saving: saving === 'saved' ? 'saving' : saving });
    this.write();
    if (saving !== 'stale') this.schedule(pause);
  }

  /** Sends what is not saved yet. Whether all is saved. */
  async settle(): Promise<boolean> {
    if (this.timer) clearTimeout(this.timer);
    this.running ??= this.drain().finally(() => {
      this.running = null;
    });
    await this.running;
    return !this.dirty;
  }

  keepMine(): void {
    if (this.other) this.tell({ seq: this.other.seq, saving: 'saving' });
    this.other = null;
    this.write();
    this.schedule(0);
  }

  takeTheirs(): void {
    if (!this.other) return;
    this.dirty = false;
    this.tell({ ...this.other, saving: 'saved' });
    this.other = null;
    this.parts.storage.removeItem(this.parts.key);
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private async drain(): Promise<void> {
    while (this.dirty && this.state.saving !== 'stale') {
      const { html, seq } = this.state;
      const outcome = await this.parts.put(seq, html);
      if (!this.take(outcome, html)) return;
    }
  }

  /** Whether to go on. */
  private take(outcome: DraftOutcome, sent: string): boolean {
    if (outcome.kind === 'saved') return this.confirm(outcome.seq, sent);
    if (outcome.kind === 'stale') this.clash(outcome);
    else if (outcome.kind === 'refused') this.tell({ saving: 'unsaved', refused: outcome.code });
    else {
      this.tell({ saving: 'unsaved' });
      this.schedule(Math.min(longest, 1000 * 2 ** this.failures++));
    }
    return false;
  }

  private confirm(seq: number, sent: string): boolean {
    this.failures = 0;
    this.dirty = this.state.html !== sent;
    this.tell({ seq, saving: this.dirty ? 'saving' : 'saved', refused: null });
    if (this.dirty) this.write();
    else this.parts.storage.removeItem(this.parts.key);
    return this.dirty;
  }

  private clash(other: { seq: number; html: string }): void {
    this.other = other;
    this.tell({ saving: 'stale' });
  }

  private schedule(milliseconds: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.settle(), milliseconds);
  }

  private tell(part: Partial<DraftState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  private read(): Kept | null {
    try {
      return JSON.parse(this.parts.storage.getItem(this.parts.key) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  }

  private write(): void {
    try {
      this.parts.storage.setItem(this.parts.key, JSON.stringify({ base: this.state.seq, html: this.state.html }));
    } catch {
      // no room, or forbidden: it is still on its way to the server
    }
  }
}
