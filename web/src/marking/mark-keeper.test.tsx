import { type Item, MarkKeeper, type MarkBody, type SaveOutcome, type Theirs } from './mark-keeper.ts';

const theirs = {
  ...{ id: 'm', place: 1, version: 1, revision: 4, marker: 'Otra', mine: false, state: 'draft', points: 0, grade: 10 },
  ...{ savedAt: '2026-11-25T15:00:00Z', criteria: [], annotations: [], feedback: 'De la otra persona' },
} as unknown as Theirs;
const item = (mark: Theirs | null = null) =>
  ({ id: 's', version: 1, mark, rubric: { criteria: [{ id: 'a' }, { id: 'b' }] } }) as unknown as Item;

function aKeeper(answers: SaveOutcome[], stored = new Map<string, string>(), mark: Theirs | null = null) {
  const sent: MarkBody[] = [];
  const timers: (() => void)[] = [];
  let revision = mark?.revision ?? 0;
  const keeper = new MarkKeeper(item(mark), {
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    put: (body) => {
      sent.push(body);
      return Promise.resolve(
        answers.shift() ?? { kind: 'saved', revision: ++revision, savedAt: '2026-11-25T15:01:00Z' },
      );
    },
    later: (callback) => {
      timers.push(callback);
      return () => void timers.splice(timers.indexOf(callback), 1);
    },
  });
  return { keeper, sent, stored, timers };
}

test('saves what changes, after the draft that is there, and forgets it here once it is saved', async () => {
  const { keeper, sent, stored } = aKeeper([]);
  expect(keeper.snapshot().content.criteria.map(({ id }) => id)).toEqual(['a', 'b']);
  keeper.change({ feedback: 'Uno' });
  expect(stored.size).toBe(1);
  expect(await keeper.settle()).toBe(true);
  keeper.change({ feedback: 'Dos' });
  await keeper.settle();
  expect(sent.map(({ revision, feedback }) => [revision, feedback])).toEqual([
    [0, 'Uno'],
    [1, 'Dos'],
  ]);
  expect([stored.size, keeper.snapshot().saving]).toEqual([0, 'saved']);
});

test('without a network keeps the draft in this device, and sends it on return', async () => {
  const { keeper, stored } = aKeeper([{ kind: 'later' }]);
  keeper.change({ feedback: 'Sin señal' });
  expect(await keeper.settle()).toBe(false);
  expect([keeper.snapshot().saving, stored.size]).toEqual(['unsaved', 1]);
  keeper.close();
  const again = aKeeper([], stored);
  expect(again.keeper.snapshot().content.feedback).toBe('Sin señal');
  expect(await again.keeper.settle()).toBe(true);
  expect([again.sent[0]?.feedback, stored.size]).toEqual(['Sin señal', 0]);
});

test('of a draft that somebody else saved meanwhile nothing is lost: one chooses', async () => {
  const { keeper, sent, stored } = aKeeper([{ kind: 'stale', theirs }]);
  keeper.change({ feedback: 'Lo mío' });
  expect(await keeper.settle()).toBe(false);
  expect(keeper.snapshot().halt).toEqual({ kind: 'stale', theirs });
  expect(stored.size).toBe(1);
  await keeper.keepMine();
  expect(sent.map(({ revision, feedback }) => [revision, feedback])).toEqual([
    [0, 'Lo mío'],
    [4, 'Lo mío'],
  ]);
  const other = aKeeper([{ kind: 'stale', theirs }]);
  other.keeper.change({ feedback: 'Lo mío' });
  await other.keeper.settle();
  other.keeper.takeTheirs();
  expect(other.keeper.snapshot()).toMatchObject({
    content: { feedback: 'De la otra persona' },
    revision: 4,
    halt: null,
  });
  expect(other.stored.size).toBe(0);
});

test('a draft kept here over a later one of somebody else waits for a choice', () => {
  const { stored, keeper } = aKeeper([{ kind: 'later' }]);
  keeper.change({ feedback: 'Lo mío' });
  const later = aKeeper([], stored, theirs);
  expect(later.keeper.snapshot()).toMatchObject({ content: { feedback: 'Lo mío' }, halt: { kind: 'stale' } });
  expect(later.timers).toHaveLength(0);
});

test('what is written while a save is on its way is saved after it', async () => {
  const { keeper, sent } = aKeeper([]);
  keeper.change({ feedback: 'a' });
  const saving = keeper.settle();
  keeper.change({ feedback: 'ab' });
  await saving;
  expect(sent.map(({ feedback }) => feedback)).toEqual(['a', 'ab']);
});
