import fc from 'fast-check';
import { AnswerKeeper, type Attempt, type SaveOutcome } from './answer-keeper.ts';

class Shelf {
  items = new Map<string, string>();
  get length() {
    return this.items.size;
  }
  key = (i: number) => [...this.items.keys()][i] ?? null;
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
}

const numeric = (text: string) => ({ kind: 'numeric' as const, text });
const byHand = () => () => undefined;
type Fate = 'arrives' | 'lost' | 'answer lost' | 'crash before' | 'crash after';
type Body = Parameters<ConstructorParameters<typeof AnswerKeeper>[1]['put']>[1];

/** The server: takes an answer only from who holds the attempt, and only if it is newer than what it has. */
class World {
  readonly shelf = new Shelf();
  lease = 'a';
  fate: Fate = 'arrives';
  readonly rows = new Map([1, 2].map((position) => [position, { text: '', seq: 0 }]));
  keeper = this.open('a');

  attempt(): Attempt {
    const questions = [...this.rows].map(([position, { text, seq }]) => ({
      position,
      section: null,
      points: 1000,
      body: { kind: 'numeric' as const, prompt: '', unit: null },
      response: text === '' ? null : numeric(text),
      flagged: false,
      seq,
      seconds: 0,
      files: [],
    }));
    const at = '2026-11-22T12:00:00.000Z';
    const about = { unit: 'u', title: 't', moduleNumber: null, weight: 100, n: 1, startedAt: at, now: at };
    const way = { sequential: false, perPage: 'all' as const, reached: 1 };
    return {
      id: 'i',
      enrolmentId: 'e',
      ...about,
      ...way,
      deadlineAt: null,
      submittedAt: null,
      lease: this.lease,
      questions,
    };
  }

  open(lease: string): AnswerKeeper {
    const put = (position: number, body: Body) => this.carry(position, body);
    return new AnswerKeeper(this.attempt(), { lease, storage: this.shelf, put, later: byHand });
  }

  take(position: number, body: Body): SaveOutcome {
    const row = this.rows.get(position)!;
    if (body.lease !== this.lease || body.seq <= row.seq) return { kind: 'stale' };
    this.rows.set(position, { text: (body.response as { text: string }).text, seq: body.seq });
    return { kind: 'saved', savedAt: '2026-11-22T12:00:00.000Z' };
  }

  private carry(position: number, body: Body): Promise<SaveOutcome> {
    const { fate } = this;
    if (fate === 'crash before') return new Promise(() => undefined);
    if (fate === 'lost') return Promise.resolve({ kind: 'later' });
    const outcome = this.take(position, body);
    if (fate === 'crash after') return new Promise(() => undefined);
    return Promise.resolve(fate === 'answer lost' ? { kind: 'later' } : outcome);
  }

  async send(fate: Fate): Promise<void> {
    this.fate = fate;
    const settled = this.keeper.settle();
    if (fate.startsWith('crash')) this.keeper = this.open('a');
    else await settled;
  }

  texts() {
    return [...this.rows.values()].map(({ text }) => text);
  }
}

const step = fc.oneof(
  fc.tuple(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 99 })).map(([position, n]) => ({ position, text: `${n}` })),
  fc.constantFrom<Fate>('arrives', 'lost', 'answer lost', 'crash before', 'crash after'),
);

test('whatever befalls a save, the server ends with the last answer given, and is never told something stale', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const world = new World();
      const last = ['', ''];
      for (const each of steps) {
        if (typeof each === 'string') await world.send(each);
        else {
          last[each.position - 1] = each.text;
          world.keeper.change(each.position, { response: numeric(each.text) });
        }
        expect(world.keeper.snapshot().halt).toBeNull();
        const shown = [1, 2].map((n) => world.keeper.snapshot().answers.get(n)?.response);
        expect(shown).toEqual(last.map((text) => (text === '' ? null : numeric(text))));
      }
      await world.send('arrives');
      expect(world.texts()).toEqual(last);
      expect(world.keeper.snapshot()).toMatchObject({ saving: 'saved', halt: null, overruled: [] });
      expect(world.shelf.length).toBe(0);
    }),
  );
});

test('a tab from which the attempt was taken stops; going on there keeps what nobody changed since', async () => {
  const world = new World();
  const [first, second] = [world.keeper, ((world.lease = 'b'), world.open('b'))];
  second.change(1, { response: numeric('7') });
  await second.settle();
  first.change(1, { response: numeric('1') });
  first.change(2, { response: numeric('2') });
  expect(await first.settle()).toBe(false);
  expect(first.snapshot()).toMatchObject({ halt: 'stale', saving: 'unsaved' });

  world.lease = 'a';
  first.resume(world.attempt());
  await first.settle();
  expect(first.snapshot()).toMatchObject({ halt: null, saving: 'saved', overruled: [1] });
  expect(world.texts()).toEqual(['7', '2']);
});

test('a tab that opens an attempt held elsewhere sends nothing', () => {
  const world = new World();
  world.lease = 'b';
  expect(world.open('a').snapshot().halt).toBe('stale');
});

test('says what it is doing', async () => {
  const world = new World();
  expect(world.keeper.snapshot().saving).toBe('saved');
  world.keeper.change(1, { flagged: true, response: numeric('1') });
  expect(world.keeper.snapshot().saving).toBe('saving');
  await world.send('lost');
  expect(world.keeper.snapshot().saving).toBe('unsaved');
  await world.send('arrives');
  expect(world.keeper.snapshot()).toMatchObject({ saving: 'saved', savedAt: '2026-11-22T12:00:00.000Z' });
});
