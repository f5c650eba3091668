import fc from 'fast-check';
import { grade, type Keep, type Scale, scaleOf } from '../assessment/nota.policy.ts';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { type Ended, isSame, regraded, type Rule, sideOf } from './regrade.policy.ts';

const options = ['a', 'b', 'c'];
const body = (ids = options): QuestionBody => ({
  ...{ kind: 'single', prompt: '' },
  options: ids.map((id) => ({ id, html: id })),
});
const key = (correct: string): AnswerKey => ({ kind: 'single', correct, feedback: null, optionFeedback: {} });
const version = (correct: string, points = 1000, ids = options) => ({
  ...{ id: 'v2', points, body: body(ids), answerKey: key(correct) },
});

/** An attempt at one question of `most` among others that gave `rest` of `restMax`; the first key says `a`. */
const anAttempt = ({ choice, most, rest, restMax, demand }: Drawn, id = '1'): Ended => {
  const points = choice === 'a' ? most : 0;
  const [sum, maxPoints, scale] = [points + rest, most + restMax, scaleOf(demand)];
  return {
    ...{ id, points: sum, maxPoints, nota: grade(sum, maxPoints, scale), scale },
    answer: {
      ...{ position: 1, points, most, written: 1000, drawn: null, scoredWith: null, treatment: null },
      response: choice === null ? null : { kind: 'single', choice },
    },
  };
};
type Drawn = { choice: string | null; most: number; rest: number; restMax: number; demand: number };
const drawn = fc
  .record({
    choice: fc.option(fc.constantFrom(...options)),
    most: fc.constantFrom(1000, 1500),
    restMax: fc.integer({ min: 1000, max: 9000 }),
    share: fc.integer({ min: 0, max: 100 }),
    demand: fc.integer({ min: 50, max: 70 }),
  })
  .map(({ share, restMax, ...more }) => ({ ...more, restMax, rest: Math.floor((restMax * share) / 100) }));
const attempts = fc
  .array(drawn, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((each, i) => anAttempt(each, String(i))));
const keep = fc.constantFrom<Keep>('best', 'last', 'average');
const rule = fc.record({
  decision: fc.constantFrom('version' as const, 'full' as const, 'drop' as const, 'rule' as const),
  keepBetter: fc.boolean(),
  version: fc.constantFrom(version('a'), version('b'), version('b', 2000), version('b', 1000, ['b', 'c'])),
});
const scale = fc.integer({ min: 50, max: 70 }).map((demand): Scale => scaleOf(demand));

/** As the job leaves them. */
const applied = (before: readonly Ended[], changes: ReturnType<typeof regraded>['changes']): Ended[] =>
  before.map((attempt) => {
    const change = changes.find(({ attemptId }) => attemptId === attempt.id);
    if (!change) return attempt;
    const { answer, ...totals } = change.after;
    return { ...attempt, ...totals, answer: attempt.answer && answer && { ...attempt.answer, ...answer } };
  });

test('taking back what was applied gives every attempt as it was', () => {
  fc.assert(
    fc.property(attempts, keep, scale, rule, (before, keep, scale, rule) => {
      const { changes } = regraded(before, keep, scale, rule);
      const after = applied(before, changes);
      const back = changes.map(({ attemptId, before, after }) => ({ attemptId, before: after, after: before }));
      expect(applied(after, back)).toEqual(before);
    }),
  );
});

test('nobody goes down where the better nota is kept, whatever counts', () => {
  fc.assert(
    fc.property(attempts, keep, scale, rule, (before, keep, scale, rule) => {
      const outcome = regraded(before, keep, scale, { ...rule, keepBetter: true });
      expect(outcome.after!).toBeGreaterThanOrEqual(outcome.before!);
      for (const { before, after } of outcome.changes) expect(after.nota!).toBeGreaterThanOrEqual(before.nota!);
    }),
  );
});

test('applied a second time it changes nothing more', () => {
  fc.assert(
    fc.property(attempts, keep, scale, rule, (before, keep, scale, rule) => {
      const once = applied(before, regraded(before, keep, scale, rule).changes);
      expect(regraded(once, keep, scale, { ...rule, keepBetter: false }).changes.length).toBeLessThanOrEqual(
        rule.keepBetter ? before.length : 0,
      );
    }),
  );
});

test('adds up: points are those of the answers, and the nota is that of the points', () => {
  fc.assert(
    fc.property(drawn, rule, (one, rule) => {
      const attempt = anAttempt(one);
      const { changes } = regraded([attempt], 'best', attempt.scale!, rule);
      for (const { before, after } of changes) {
        expect(isSame(before, sideOf(attempt))).toBe(true);
        const most = after.answer!.treatment === 'dropped' ? 0 : after.answer!.most;
        expect([after.points, after.maxPoints]).toEqual([one.rest + after.answer!.points!, one.restMax + most]);
        expect(after.nota).toBe(grade(after.points!, after.maxPoints, after.scale!));
      }
    }),
  );
});

const base: Drawn = { choice: 'b', most: 1000, rest: 3000, restMax: 9000, demand: 60 };
const outcome = (more: Partial<Drawn>, rule: Partial<Rule>) =>
  regraded([anAttempt({ ...base, ...more })], 'best', scaleOf(60), {
    ...{ decision: 'version', version: version('b'), keepBetter: false },
    ...rule,
  });

test('gives the points to whom the mended key says, and takes them from whom it does not', () => {
  expect(outcome({}, {})).toMatchObject({ before: 25, after: 30, unfit: false });
  expect(outcome({ choice: 'a' }, {})).toMatchObject({ before: 30, after: 25, kept: false });
  expect(outcome({ choice: 'a' }, { keepBetter: true })).toMatchObject({
    before: 30,
    after: 30,
    kept: true,
    changes: [],
  });
});

test('leaves an answer whose option is gone as it was, and says so', () => {
  const gone = outcome({ choice: 'a' }, { version: version('b', 1000, ['b', 'c']) });
  expect(gone).toMatchObject({ unfit: true, after: 30, changes: [] });
});

test('gives everyone all points, or takes the question out of the total', () => {
  expect(outcome({ choice: null }, { decision: 'full' }).after).toBe(30);
  const { changes } = outcome({}, { decision: 'drop' });
  expect(changes[0]!.after).toMatchObject({
    points: 3000,
    maxPoints: 9000,
    answer: { points: 0, treatment: 'dropped' },
  });
});

test('takes the new points of the question, unless its evaluation gave it others', () => {
  const more = { decision: 'version', version: version('b', 2000) } as const;
  expect(outcome({}, more).changes[0]!.after).toMatchObject({ points: 5000, maxPoints: 11_000 });
  expect(outcome({ most: 1500 }, more).changes[0]!.after).toMatchObject({ points: 4500, maxPoints: 10_500 });
});

test('leaves an attempt that would have nothing left, and one that waits for a mark without nota', () => {
  expect(outcome({ rest: 0, restMax: 0 }, { decision: 'drop' }).changes).toEqual([]);
  const waiting = { ...anAttempt(base), points: null, nota: null, scale: null };
  const rule = { decision: 'full', version: null, keepBetter: true } as const;
  const { before, after, changes } = regraded([waiting], 'best', scaleOf(60), rule);
  expect([before, after]).toEqual([null, null]);
  expect(changes[0]!.after).toMatchObject({ points: null, nota: null, scale: null, answer: { points: 1000 } });
});

test('by a new rule, changes the nota and no points', () => {
  const { changes } = outcome({}, { decision: 'rule' });
  expect(changes).toEqual([]);
  const stricter = regraded([anAttempt(base)], 'best', scaleOf(70), {
    decision: 'rule',
    version: null,
    keepBetter: false,
  });
  expect(stricter.changes[0]!.after).toMatchObject({ points: 3000, scale: { demand: 70 } });
  expect(stricter.after!).toBeLessThan(stricter.before!);
});
