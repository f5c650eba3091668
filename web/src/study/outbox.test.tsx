import fc from 'fast-check';
import { type Happening, type LearningEvent, Outbox, type Outcome } from './outbox.ts';

/** Storage as the browser has it; a write may be refused. */
class Shelf {
  items = new Map<string, string>();
  full = false;
  get length() {
    return this.items.size;
  }
  key = (i: number) => [...this.items.keys()][i] ?? null;
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  };
  removeItem = (key: string) => void this.items.delete(key);
}

/** The API: holds each id once, in the order in which it first came. */
class Api {
  readonly held = new Map<string, LearningEvent>();
  take(events: LearningEvent[]): Outcome {
    for (const event of events) {
      const known = this.held.get(event.id);
      if (known) expect(event).toEqual(known);
      else this.held.set(event.id, event);
    }
    return { kind: 'answered', answer: { held: events.map(({ id }) => id), refused: [] }, serverTime: null };
  }
}

const enrolmentId = '0197a000-0000-7000-8000-000000000001';
const read = (unit: string): Happening => ({ kind: 'read', enrolmentId, unit });
const position = (unit: string, permille: number): Happening => ({
  kind: 'position',
  enrolmentId,
  unit,
  anchor: null,
  permille,
});
const later: Outcome = { kind: 'later', after: null };
const byHand = () => () => undefined;

const make = (storage: Shelf, send: (events: LearningEvent[]) => Promise<Outcome>) =>
  new Outbox({ owner: 'ana', storage, send, later: byHand });

/** What can befall a batch on its way. `twice`: the network delivers it again later. */
const fate = fc.constantFrom('arrives', 'lost', 'answer lost', 'twice', 'partly held', 'crash before', 'crash after');
type Fate = 'arrives' | 'lost' | 'answer lost' | 'twice' | 'partly held' | 'crash before' | 'crash after';
const happening = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map(read),
  fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 1000 })).map(([unit, n]) => position(unit, n)),
);
const step = fc.oneof(
  { weight: 3, arbitrary: happening.map((what) => ({ do: 'add' as const, what })) },
  { weight: 2, arbitrary: fate.map((how) => ({ do: 'send' as const, how })) },
  { weight: 1, arbitrary: fc.constant({ do: 'reload' as const }) },
);

const never = new Promise<Outcome>(() => undefined);

class World {
  readonly shelf = new Shelf();
  readonly api = new Api();
  readonly echoes: LearningEvent[][] = [];
  fate: Fate = 'arrives';
  outbox = this.open();

  open(): Outbox {
    return make(this.shelf, (events) => this.carry(events));
  }

  private carry(events: LearningEvent[]): Promise<Outcome> {
    const { fate } = this;
    if (fate === 'lost') return Promise.resolve(later);
    if (fate === 'crash before') return never;
    if (fate === 'partly held') return Promise.resolve(this.api.take(events.slice(0, Math.ceil(events.length / 2))));
    const answer = this.api.take(events);
    if (fate === 'twice') this.echoes.push(events);
    if (fate === 'answer lost') return Promise.resolve(later);
    return fate === 'crash after' ? never : Promise.resolve(answer);
  }

  async send(fate: Fate): Promise<void> {
    this.fate = fate;
    const flushed = this.outbox.flush();
    if (fate.startsWith('crash')) this.outbox = this.open();
    else await flushed;
  }
}

test('whatever befalls it on the way, each event is held once, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const world = new World();
      const added: Happening[] = [];
      for (const each of steps) {
        if (each.do === 'add') {
          added.push(each.what);
          world.outbox.add(each.what);
        } else if (each.do === 'send') await world.send(each.how);
        else world.outbox = world.open();
      }
      await world.send('arrives');
      for (const echo of world.echoes.reverse()) world.api.take(echo);

      const held = [...world.api.held.values()];
      const of = (events: readonly Happening[], kind: string) => events.filter((event) => event.kind === kind);
      expect(of(held, 'read').map(({ unit }) => unit)).toEqual(of(added, 'read').map(({ unit }) => unit));
      for (const unit of ['a', 'b']) {
        const last = (events: readonly Happening[]) =>
          of(events, 'position').findLast((event) => event.unit === unit) as { permille: number } | undefined;
        expect(last(held)?.permille).toBe(last(added)?.permille);
      }
      expect(world.outbox.snapshot()).toEqual({ waiting: 0, sending: false, stuck: false });
      expect(world.shelf.length).toBe(0);
    }),
  );
});

test('two tabs that send the same do no harm to each other', async () => {
  const [shelf, api] = [new Shelf(), new Api()];
  const tabs = [1, 2].map(() => make(shelf, (events) => Promise.resolve(api.take(events)))) as [Outbox, Outbox];
  tabs[0].add(read('a'));
  tabs[1].add(read('b'));
  await Promise.all(tabs.map((tab) => tab.flush()));
  expect([...api.held.values()].map(({ unit }) => unit)).toEqual(['a', 'b']);
  expect(shelf.length).toBe(0);
});

test('sends batches of 200 at most, and tells how much waits', async () => {
  const sizes: number[] = [];
  const api = new Api();
  const outbox = make(new Shelf(), (events) => {
    sizes.push(events.length);
    return Promise.resolve(api.take(events));
  });
  for (let i = 0; i < 450; i += 1) outbox.add(read('a'));
  expect(outbox.snapshot()).toEqual({ waiting: 450, sending: false, stuck: false });
  const flushed = outbox.flush();
  expect(outbox.snapshot().sending).toBe(true);
  await flushed;
  expect(sizes).toEqual([200, 200, 50]);
});

test('what cannot be read is found and dropped, and the rest gets through', async () => {
  const [shelf, api] = [new Shelf(), new Api()];
  const outbox = make(shelf, (events) =>
    Promise.resolve(events.some(({ unit }) => unit === 'bad') ? { kind: 'unreadable' } : api.take(events)),
  );
  for (const unit of ['a', 'bad', 'b', 'c']) outbox.add(read(unit));
  shelf.items.set('aula.event.ana.broken', '{');
  shelf.items.set('aula.event.beto.1', 'of someone else');
  await outbox.flush();
  expect([...api.held.values()].map(({ unit }) => unit)).toEqual(['a', 'b', 'c']);
  expect([...shelf.items.keys()]).toEqual(['aula.event.beto.1']);
});

test('a clock that is days ahead costs nothing: what was refused goes again at the hour of the server', async () => {
  const sent: LearningEvent[][] = [];
  const outbox = make(new Shelf(), (events) => {
    sent.push(events);
    const ids = events.map(({ id }) => id);
    const refused = sent.length > 1 ? [] : ids.map((id) => ({ id, code: 'future' as const }));
    return Promise.resolve({
      kind: 'answered',
      answer: { held: sent.length > 1 ? ids : [], refused },
      serverTime: Date.parse('2026-11-22T12:00:00Z'),
    });
  });
  outbox.add(read('a'));
  await outbox.flush();
  expect(sent.map(([event]) => event?.unit)).toEqual(['a', 'a']);
  expect(sent[1]?.[0]?.at).toBe('2026-11-22T12:00:00.000Z');
  expect(outbox.snapshot().waiting).toBe(0);
});

test('where the device gives no storage, the page keeps it', async () => {
  const [shelf, api] = [new Shelf(), new Api()];
  shelf.full = true;
  const outbox = make(shelf, (events) => Promise.resolve(api.take(events)));
  outbox.add(read('a'));
  expect(outbox.snapshot().waiting).toBe(1);
  await outbox.flush();
  expect(api.held.size).toBe(1);
  expect(outbox.snapshot().waiting).toBe(0);
});

test('waits longer each time that it fails, and as long as the server asks', async () => {
  const waits: number[] = [];
  let callback: () => void = () => undefined;
  let outcome: Outcome = later;
  const outbox = new Outbox({
    owner: 'ana',
    storage: new Shelf(),
    send: () => Promise.resolve(outcome),
    later: (call, milliseconds) => {
      waits.push(milliseconds);
      callback = call;
      return () => undefined;
    },
  });
  outbox.add(read('a'));
  await outbox.flush();
  await outbox.flush();
  outcome = { kind: 'later', after: 30 };
  await outbox.flush();
  expect(waits).toEqual([3_000, 2_000, 4_000, 30_000]);
  outcome = { kind: 'answered', answer: { held: outbox.events().map(({ id }) => id), refused: [] }, serverTime: null };
  callback();
  await outbox.flush();
  expect(outbox.snapshot().waiting).toBe(0);
});
