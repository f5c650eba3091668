import fc from 'fast-check';
import {
  AnswerKey,
  type CreditRule,
  type Drawn,
  type QuestionBody,
  type QuestionResponse,
} from '../content/question.schema.ts';
import { drawNumbers } from './calculated.policy.ts';
import { fits, isAnswered, score, solutionOf } from './scoring.policy.ts';

const option = (id: string) => ({ id, html: id });
const none = { feedback: null, optionFeedback: {} };
const area = (id: string) => ({
  ...{ id, name: id },
  shape: { type: 'circle' as const, centre: { x: 500, y: 500 }, radius: 10 },
});
const picture = { src: 'x', width: 100, height: 100, alt: '' };

type Asked = {
  body: QuestionBody;
  key: AnswerKey;
  right: QuestionResponse;
  response: QuestionResponse;
  drawn: Drawn | null;
};
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,5}$/), { minLength: 2, maxLength: 8 });
const credit = fc.constantFrom<CreditRule>('net', 'each', 'only_right', 'exact');
const someOf = (all: string[]) => fc.shuffledSubarray(all);
const someRight = (all: string[]) => fc.shuffledSubarray(all, { minLength: 1 });

const multiples = ids.chain((all) =>
  fc.tuple(someRight(all), someOf(all), credit).map(([correct, choices, credit]): Asked => ({
    body: { kind: 'multiple', prompt: '', options: all.map(option) },
    key: { kind: 'multiple', correct, credit, ...none },
    right: { kind: 'multiple', choices: correct },
    response: { kind: 'multiple', choices },
    drawn: null,
  })),
);
const hotspots = ids.chain((all) =>
  fc.tuple(someRight(all), someOf(all), fc.boolean()).map(([correct, marked, many]): Asked => {
    const right = many ? correct : correct.slice(0, 1);
    return {
      body: { kind: 'hotspot', prompt: '', picture, areas: all.map(area), many },
      key: { kind: 'hotspot', correct: right, ...none },
      right: { kind: 'hotspot', areas: right },
      response: { kind: 'hotspot', areas: many ? marked : marked.slice(0, 1) },
      drawn: null,
    };
  }),
);
const categories = ids.chain((all) =>
  fc
    .tuple(fc.array(fc.constantFrom(...all), { minLength: all.length, maxLength: all.length }), someOf(all))
    .map(([to, given]): Asked => {
      const bins = Object.fromEntries(all.map((id, i) => [id, to[i] ?? id]));
      return {
        body: { kind: 'categorise', prompt: '', items: all.map(option), bins: all.map(option) },
        key: { kind: 'categorise', bins, ...none },
        right: { kind: 'categorise', bins },
        response: { kind: 'categorise', bins: Object.fromEntries(given.map((id) => [id, id])) },
        drawn: null,
      };
    }),
);
const words = fc.stringMatching(/^[a-zñáé]{1,8}$/);
const shorts = fc.tuple(fc.array(words, { minLength: 1 }), words).map(([accepted, text]): Asked => ({
  body: { kind: 'short', prompt: '' },
  key: { kind: 'short', accepted, matchCase: false, matchAccents: false, ...none },
  right: { kind: 'short', text: ` ${accepted.at(-1)!.toUpperCase()} ` },
  response: { kind: 'short', text },
  drawn: null,
}));
const holes = ids.chain((all) =>
  fc.tuple(someOf(all), fc.constantFrom('text', 'number', 'choice')).map(([filled, type]): Asked => {
    const keys: Record<string, (id: string) => Extract<AnswerKey, { kind: 'gaps' }>['gaps'][string]> = {
      text: (id) => ({ type: 'text', accepted: [id], matchCase: false, matchAccents: false }),
      number: () => ({ type: 'number', value: '4.5', tolerance: '0', relative: false }),
      choice: (id) => ({ type: 'choice', correct: id }),
    };
    const key = keys[type]!;
    const right = (id: string) => (type === 'number' ? '4,50' : id);
    return {
      body: {
        ...{ kind: 'gaps', prompt: '' },
        parts: all.map((id) =>
          type === 'choice' ? { type, id, options: all.map(option) } : { type: type as 'text', id },
        ),
      },
      key: { kind: 'gaps', gaps: Object.fromEntries(all.map((id) => [id, key(id)])), ...none },
      right: { kind: 'gaps', gaps: Object.fromEntries(all.map((id) => [id, right(id)])) },
      response: { kind: 'gaps', gaps: Object.fromEntries(filled.map((id, i) => [id, i % 2 ? all[0]! : right(id)])) },
      drawn: null,
    };
  }),
);
const sums = fc
  .tuple(fc.bigInt({ min: 0n, max: 2n ** 53n }), fc.integer({ min: -999, max: 999 }), fc.string({ maxLength: 40 }))
  .map(([seed, text, other]): Asked => {
    const key: Extract<AnswerKey, { kind: 'calculated' }> = {
      ...{ kind: 'calculated', formula: '(a + b) / 3', tolerance: '0', relative: false, decimals: 2, ...none },
      variables: [
        { name: 'a', min: '-10', max: '10', step: '0.5' },
        { name: 'b', min: '1', max: '1000', step: '1' },
      ],
    };
    const drawn = drawNumbers(seed, 'q', key);
    return {
      body: { kind: 'calculated', prompt: '', unit: null },
      key,
      right: solutionOf(key, drawn)!,
      response: { kind: 'calculated', text: text % 2 ? String(text) : other },
      drawn,
    };
  });

const asked = fc.oneof(multiples, hotspots, categories, shorts, holes, sums);
const points = fc.integer({ min: 1, max: 1_000_000 });
const of = (check: (asked: Asked, points: number) => void) =>
  fc.assert(fc.property(asked, points, check), { numRuns: 600 });
const earned = ({ body, key, drawn }: Asked, points: number, response: QuestionResponse | null) =>
  score(body, key, points, response, drawn).points!;

test('points are a whole number of thousandths from nothing to all, and the verdict agrees', () =>
  of((one, points) => {
    const { points: given, verdict } = score(one.body, one.key, points, one.response, one.drawn);
    expect(given !== null && Number.isInteger(given) && given >= 0 && given <= points).toBe(true);
    if (verdict === 'wrong' || verdict === 'blank') expect(given).toBe(0);
    if (verdict === 'right') expect(given).toBe(points);
  }));

test('what is right fits, is fully answered and earns all', () =>
  of((one, points) => {
    expect([fits(one.body, one.right), isAnswered(one.body, one.right)]).toEqual([true, 'yes']);
    const { points: given, options } = score(one.body, one.key, points, one.right, one.drawn);
    expect(given).toBe(points);
    expect(Object.values(options).filter((verdict) => verdict === 'wrong' || verdict === 'missed')).toEqual([]);
  }));

test('the solution that is told earns all, and nothing earns nothing', () =>
  of((one, points) => {
    const solution = solutionOf(one.key, one.drawn);
    expect(solution && earned(one, points, solution)).toBe(points);
    expect(score(one.body, one.key, points, null, one.drawn)).toMatchObject({ points: 0, verdict: 'blank' });
  }));

test('the order in which things are shown, keyed or answered changes nothing', () =>
  of((one, points) => {
    const turned = JSON.parse(JSON.stringify(one), (name, value: unknown) => {
      if (
        ['options', 'items', 'bins', 'areas', 'choices', 'correct', 'accepted', 'parts'].includes(name) &&
        Array.isArray(value)
      )
        return value.toReversed() as unknown[];
      if (['gaps', 'bins'].includes(name)) return Object.fromEntries(Object.entries(value as object).toReversed());
      return value;
    }) as Asked;
    expect(score(turned.body, turned.key, points, turned.response, turned.drawn)).toEqual(
      score(one.body, one.key, points, one.response, one.drawn),
    );
  }));

test('by any rule, a right mark more never takes away, and a wrong one never gives', () => {
  const cases = fc.tuple(multiples, fc.nat());
  fc.assert(
    fc.property(cases, points, ([one, n], points) => {
      if (one.body.kind !== 'multiple' || one.key.kind !== 'multiple' || one.response.kind !== 'multiple') return;
      const unmarked = one.body.options
        .map(({ id }) => id)
        .filter((id) => !(one.response as { choices: string[] }).choices.includes(id));
      const more = unmarked[n % Math.max(1, unmarked.length)];
      if (more === undefined || one.response.choices.length === 0) return;
      const before = earned(one, points, one.response);
      const after = earned(one, points, { kind: 'multiple', choices: [...one.response.choices, more] });
      if (one.key.correct.includes(more)) expect(after).toBeGreaterThanOrEqual(before);
      else expect(after).toBeLessThanOrEqual(before);
    }),
    { numRuns: 600 },
  );
});

test.each<[CreditRule, string, number]>([
  ['net', 'ab', 2000],
  ['net', 'abd', 1000],
  ['net', 'abcde', 1000],
  ['each', 'ab', 2400],
  ['each', 'abd', 1800],
  ['each', 'd', 600],
  ['only_right', 'ab', 2000],
  ['only_right', 'abd', 0],
  ['exact', 'ab', 0],
  ['exact', 'cba', 3000],
])('with three right of five, by %s, «%s» earns %d of 3000', (credit, marked, earned) => {
  const body: QuestionBody = { kind: 'multiple', prompt: '', options: [...'abcde'].map(option) };
  const key: AnswerKey = { kind: 'multiple', correct: ['a', 'b', 'c'], credit, ...none };
  expect(score(body, key, 3000, { kind: 'multiple', choices: [...marked] }).points).toBe(earned);
});

test('a key kept before there were rules is read with the usual ones', () =>
  expect(AnswerKey.parse({ kind: 'multiple', correct: ['a'], ...none })).toMatchObject({ credit: 'net' }));
