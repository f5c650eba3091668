import fc from 'fast-check';
import { defaultRules } from '../content/grade-rules.policy.ts';
import type { GradeRules } from '../content/grade-rules.schema.ts';
import { type Fact, type Facts, programmeGrade, settle, shareOf } from './grade.policy.ts';

const units = (n: number) => Array.from({ length: n }, (_, i) => ({ unit: `u${i}`, title: `U ${i}`, weight: 10 }));
const usual = (n: number, of: Partial<GradeRules> = {}): GradeRules => ({ ...defaultRules(units(n)), ...of });
const facts = (grades: (number | null)[], of: Partial<Facts> = {}): Facts => ({
  items: grades.map((grade, i): Fact => ({ unit: `u${i}`, grade, handed: grade !== null })),
  ...{ attendance: null, closed: false },
  ...of,
});
const category = (keys: number[], weight: number, of: { drop?: number; best?: number } = {}) => ({
  ...{ key: `c${keys.join('-')}`, title: `C ${keys.join('-')}`, weight, drop: of.drop ?? 0, best: of.best ?? null },
  items: keys.map((i) => ({ unit: `u${i}`, weight: 1 })),
});
const gradeOf = (rules: GradeRules, known: Facts) => settle(rules, known).grade;

test('without rules of its own, a course weighs as it always did', () => {
  const nota = fc.option(fc.integer({ min: 10, max: 70 }));
  fc.assert(
    fc.property(fc.array(fc.record({ weight: fc.nat(100), grade: nota }), { minLength: 1 }), (items) => {
      const named = items.map((item, i) => ({ ...item, unit: `u${i}`, title: '', handed: false }));
      const { grade, provisional } = settle(defaultRules(named), { items: named, attendance: null, closed: false });
      expect({ grade, provisional }).toEqual(programmeGrade(items));
    }),
  );
});

test('the lowest are dropped, the best are counted, and what is dropped says so', () => {
  const dropping = usual(3, { categories: [category([0, 1, 2], 100, { drop: 1 })] });
  expect(settle(dropping, facts([20, 50, 61]))).toMatchObject({ grade: 56 });
  expect(settle(dropping, facts([20, 50, 61])).categories[0]?.items.map(({ counts }) => counts)).toEqual([
    ...[false, true, true],
  ]);
  expect(settle(dropping, facts([20, null, null]))).toMatchObject({ grade: null, provisional: 20 });
  const best = usual(3, { categories: [category([0, 1, 2], 100, { best: 1 })] });
  expect(gradeOf(best, facts([20, 50, 61]))).toBe(61);
});

test('categories weigh by their notas as printed', () => {
  const rules = usual(3, { categories: [category([0, 1], 40), category([2], 60)] });
  // (4,1 + 4,2) ÷ 2 = 4,15 → 4,2; (4,2 × 40 + 3,0 × 60) ÷ 100 = 3,48
  expect(settle(rules, facts([41, 42, 30]))).toMatchObject({ grade: 35, categories: [{ grade: 42 }, { grade: 30 }] });
  expect([shareOf(rules, 'u0'), shareOf(rules, 'u2'), shareOf(rules, 'other')]).toEqual([20_000, 60_000, 0]);
});

test('extra credit adds, is not waited for, and never goes beyond 7,0', () => {
  const rules = usual(2, { categories: [category([0], 100)], extra: [{ unit: 'u1', upTo: 5 }] });
  expect([facts([50, null]), facts([50, 70]), facts([50, 40]), facts([69, 70])].map((f) => gradeOf(rules, f))).toEqual([
    ...[50, 55, 53, 70],
  ]);
});

test('a requirement missed keeps the nota down, and one unknown is waited for', () => {
  const rules = usual(2, { requirements: [{ of: 'item', key: 'u1', least: 40, cap: 39 }] });
  expect(settle(rules, facts([70, 39]))).toMatchObject({ grade: 39, unlimited: 55, caps: [{ key: 'u1', had: 39 }] });
  expect(gradeOf(rules, facts([70, 40]))).toBe(55);
  const whole = usual(2, {
    categories: [category([0], 50), category([1], 50)],
    requirements: [{ of: 'category', key: 'c1', least: 40, cap: 35 }],
  });
  expect(gradeOf(whole, facts([70, 39]))).toBe(35);
});

test('too little attendance keeps it down, and it is waited for', () => {
  const rules = usual(1, { attendance: { least: 75, cap: 39 } });
  expect([null, 74, 75].map((attendance) => gradeOf(rules, facts([60], { attendance })))).toEqual([null, 39, 60]);
});

test('what is not handed in is the lowest nota once its moment has come, and never what waits for its mark', () => {
  const rules = usual(2, { missing: { as: 'minimum', from: null }, min: 20 });
  expect(gradeOf(rules, facts([60, null]))).toBeNull();
  expect(settle(rules, facts([60, null], { closed: true }))).toMatchObject({ grade: 40 });
  const waiting = facts([60, null], { closed: true });
  waiting.items[1]!.handed = true;
  expect(gradeOf(rules, waiting)).toBeNull();
});

test('decimals are cut off where the rule says so', () => {
  expect(gradeOf(usual(2), facts([39, 40]))).toBe(40);
  expect(gradeOf(usual(2, { rounding: 'down' }), facts([39, 40]))).toBe(39);
});

describe('whatever the rules', () => {
  const n = 6;
  const rules = fc
    .record({
      split: fc.integer({ min: 1, max: n - 2 }),
      weight: fc.integer({ min: 1, max: 99 }),
      drop: fc.nat(1),
      best: fc.boolean(),
      min: fc.constantFrom<10 | 20>(10, 20),
      rounding: fc.constantFrom<'half_up' | 'down'>('half_up', 'down'),
      upTo: fc.integer({ min: 1, max: 20 }),
      least: fc.integer({ min: 10, max: 70 }),
      present: fc.option(fc.integer({ min: 1, max: 100 })),
      missing: fc.constantFrom<'pending' | 'minimum'>('pending', 'minimum'),
    })
    .map(({ split, weight, drop, best, upTo, least, present, missing, ...of }): GradeRules => {
      const [first, second] = [[...Array(split).keys()], [...Array(n - 1).keys()].slice(split)];
      return usual(n, {
        ...of,
        categories: [
          category(first, weight, best ? { best: 1 } : {}),
          category(second, 100 - weight, drop < second.length ? { drop } : {}),
        ],
        extra: [{ unit: `u${n - 1}`, upTo }],
        requirements: [
          { of: 'item', key: 'u0', least, cap: 39 },
          { of: 'category', key: `c${second.join('-')}`, least, cap: 38 },
        ],
        attendance: present === null ? null : { least: present, cap: 37 },
        missing: { as: missing, from: null },
      });
    });
  const nota = fc.integer({ min: 10, max: 70 });
  const known = (of: fc.Arbitrary<number | null>) =>
    fc
      .tuple(fc.array(of, { minLength: n, maxLength: n }), fc.nat(100), fc.boolean())
      .map(([grades, attendance, closed]) => facts(grades, { attendance, closed }));

  test('the nota lies within the scale', () => {
    fc.assert(
      fc.property(rules, known(fc.option(nota)), (rules, known) => {
        const { grade, provisional, categories } = settle(rules, known);
        for (const each of [grade, provisional, ...categories.map((category) => category.grade)])
          expect(each === null || (each >= rules.min && each <= 70)).toBe(true);
      }),
    );
  });

  test('a better nota, or more attendance, never lowers it', () => {
    fc.assert(
      fc.property(rules, known(nota), fc.nat(n - 1), nota, fc.nat(100), (rules, known, at, other, more) => {
        const items = known.items.map((item, i) =>
          i === at ? { ...item, grade: Math.max(other, item.grade ?? 0) } : item,
        );
        const better = { ...known, items, attendance: Math.max(more, known.attendance ?? 0) };
        expect(gradeOf(rules, better)).toBeGreaterThanOrEqual(gradeOf(rules, known) ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  test('no order changes it', () => {
    fc.assert(
      fc.property(rules, known(fc.option(nota)), (rules, known) => {
        const turned = {
          ...rules,
          categories: rules.categories.toReversed().map((each) => ({ ...each, items: each.items.toReversed() })),
          requirements: rules.requirements.toReversed(),
        };
        const { grade, provisional } = settle(rules, known);
        expect(settle(turned, { ...known, items: known.items.toReversed() })).toMatchObject({ grade, provisional });
      }),
    );
  });

  test('asked again, it is the same, and settling what was settled changes nothing', () => {
    fc.assert(
      fc.property(rules, known(nota), (rules, known) => {
        const once = settle(rules, known);
        expect(settle(rules, known)).toEqual(once);
        const whole = usual(1, { min: rules.min });
        expect(gradeOf(whole, facts([once.grade]))).toBe(once.grade);
      }),
    );
  });

  test('a final nota is the provisional one', () => {
    fc.assert(
      fc.property(rules, known(fc.option(nota)), (rules, known) => {
        const { grade, provisional } = settle(rules, known);
        expect([null, provisional]).toContain(grade);
      }),
    );
  });
});
