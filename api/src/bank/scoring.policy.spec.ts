import fc from 'fast-check';
import type { AnswerKey, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { fits, isAnswered, score } from './scoring.policy.ts';

const option = (id: string) => ({ id, html: `<p>${id}</p>` });
const noFeedback = { feedback: null, optionFeedback: {} };
const letters = ['a', 'b', 'c', 'd', 'e'];

const choice: QuestionBody = { kind: 'single', prompt: '', options: letters.map(option) };
const choiceKey: AnswerKey = { kind: 'single', correct: 'b', ...noFeedback };
const several: QuestionBody = { kind: 'multiple', prompt: '', options: letters.map(option) };
const severalKey: AnswerKey = { kind: 'multiple', correct: ['a', 'b', 'c'], credit: 'net', ...noFeedback };
const claim: QuestionBody = { kind: 'true_false', prompt: '' };
const claimKey: AnswerKey = { kind: 'true_false', correct: false, ...noFeedback };
const number: QuestionBody = { kind: 'numeric', prompt: '', unit: 'rondas al mes' };
const numberKey: AnswerKey = { kind: 'numeric', value: '4.5', tolerance: '0.1', relative: false, ...noFeedback };
const pairs: QuestionBody = {
  kind: 'matching',
  prompt: '',
  left: ['ficha', 'convenio', 'constructor'].map(option),
  right: ['lev', 'imp', 'seg', 'cie'].map(option),
};
const pairsKey: AnswerKey = {
  kind: 'matching',
  pairs: { ficha: 'lev', convenio: 'imp', constructor: 'seg' },
  ...noFeedback,
};
const order: QuestionBody = { kind: 'ordering', prompt: '', items: ['d', 'b', 'a', 'c'].map(option) };
const orderKey: AnswerKey = { kind: 'ordering', order: ['a', 'b', 'c', 'd'], ...noFeedback };

describe('all or nothing', () => {
  test('single choice', () => {
    expect(score(choice, choiceKey, 2000, { kind: 'single', choice: 'b' })).toEqual({
      points: 2000,
      verdict: 'right',
      options: { a: 'plain', b: 'right', c: 'plain', d: 'plain', e: 'plain' },
    });
    expect(score(choice, choiceKey, 2000, { kind: 'single', choice: 'd' })).toEqual({
      points: 0,
      verdict: 'wrong',
      options: { a: 'plain', b: 'missed', c: 'plain', d: 'wrong', e: 'plain' },
    });
  });

  test.each([
    [false, 1000, 'right', { true: 'plain', false: 'right' }],
    [true, 0, 'wrong', { true: 'wrong', false: 'missed' }],
  ])('true or false: %s', (value, points, verdict, options) =>
    expect(score(claim, claimKey, 1000, { kind: 'true_false', value })).toEqual({ points, verdict, options }),
  );

  test.each([
    ['4,5', 1000, 'right'],
    ['4.6 rondas', 1000, 'right'],
    ['4,4 rondas al mes', 1000, 'right'],
    ['4,61', 0, 'wrong'],
    ['-4,5', 0, 'wrong'],
    ['cuatro y media', 0, 'wrong'],
    ['  ', 0, 'blank'],
  ])('the number %j', (text, points, verdict) =>
    expect(score(number, numberKey, 1000, { kind: 'numeric', text })).toEqual({ points, verdict, options: {} }),
  );
});

test.each([
  ['abc', 3000, 'right'],
  ['ab', 2000, 'partial'],
  ['abcd', 2000, 'partial'],
  ['abd', 1000, 'partial'],
  ['ad', 0, 'wrong'],
  ['de', 0, 'wrong'],
  ['abcde', 1000, 'partial'],
  ['', 0, 'blank'],
])('of several right options, marking «%s»', (marked, points, verdict) => {
  const scored = score(several, severalKey, 3000, { kind: 'multiple', choices: Array.from(marked) });
  expect(scored).toMatchObject({ points, verdict });
});

test('thousandths are rounded half up', () => {
  const two = { ...severalKey, correct: ['a', 'b'] } as AnswerKey;
  expect(score(several, two, 1, { kind: 'multiple', choices: ['a'] })).toMatchObject({ points: 1, verdict: 'partial' });
  expect(score(several, severalKey, 1000, { kind: 'multiple', choices: ['a'] }).points).toBe(333);
  expect(score(several, severalKey, 1000, { kind: 'multiple', choices: ['a', 'b'] }).points).toBe(667);
});

test.each([
  [{ ficha: 'lev', convenio: 'imp', constructor: 'seg' }, 3000, 'right'],
  [{ ficha: 'lev', convenio: 'seg', constructor: 'imp' }, 1000, 'partial'],
  [{ ficha: 'lev' }, 1000, 'partial'],
  [{ ficha: 'cie' }, 0, 'wrong'],
  [{}, 0, 'blank'],
])('pairs %j', (given, points, verdict) => {
  const response: QuestionResponse = { kind: 'matching', pairs: given };
  expect(score(pairs, pairsKey, 3000, response)).toMatchObject({ points, verdict });
});

test('a pair that is missing is told from one that is wrong', () => {
  const { options } = score(pairs, pairsKey, 3000, { kind: 'matching', pairs: { ficha: 'lev', convenio: 'seg' } });
  expect(options).toEqual({ ficha: 'right', convenio: 'wrong', constructor: 'missed' });
});

test.each([
  ['abcd', 3000, 'right'],
  ['dabc', 2000, 'partial'],
  ['cdab', 2000, 'partial'],
  ['abdc', 1000, 'partial'],
  ['dcba', 0, 'wrong'],
  ['bdac', 0, 'wrong'],
  ['bc', 1000, 'partial'],
  ['', 0, 'blank'],
])('the order «%s»', (given, points, verdict) => {
  const response: QuestionResponse = { kind: 'ordering', order: Array.from(given) };
  expect(score(order, orderKey, 3000, response)).toMatchObject({ points, verdict });
});

test('an item in order is one that follows its own neighbour', () => {
  const { options } = score(order, orderKey, 3000, { kind: 'ordering', order: ['c', 'd', 'a', 'b'] });
  expect(options).toEqual({ a: 'wrong', b: 'right', c: 'wrong', d: 'right' });
});

test.each<[string, QuestionBody, QuestionResponse | null, string]>([
  ['nothing', choice, null, 'no'],
  ['a choice', choice, { kind: 'single', choice: 'a' }, 'yes'],
  ['false', claim, { kind: 'true_false', value: false }, 'yes'],
  ['no mark', several, { kind: 'multiple', choices: [] }, 'no'],
  ['one mark', several, { kind: 'multiple', choices: ['e'] }, 'yes'],
  ['spaces', number, { kind: 'numeric', text: ' \u00a0' }, 'no'],
  ['words', number, { kind: 'numeric', text: 'no sé' }, 'yes'],
  ['no pair', pairs, { kind: 'matching', pairs: {} }, 'no'],
  ['a pair', pairs, { kind: 'matching', pairs: { ficha: 'cie' } }, 'partly'],
  ['each pair', pairs, { kind: 'matching', pairs: { ficha: 'cie', convenio: 'cie', constructor: 'imp' } }, 'yes'],
  ['no item', order, { kind: 'ordering', order: [] }, 'no'],
  ['some items', order, { kind: 'ordering', order: ['c', 'a'] }, 'partly'],
  ['all items', order, { kind: 'ordering', order: ['d', 'c', 'b', 'a'] }, 'yes'],
])('answered with %s', (_, body, response, answered) => expect(isAnswered(body, response)).toBe(answered));

test.each<[string, QuestionBody, QuestionResponse]>([
  ['another kind', choice, { kind: 'true_false', value: true }],
  ['an option it lacks', choice, { kind: 'single', choice: 'f' }],
  ['a name every object has', choice, { kind: 'single', choice: 'constructor' }],
  ['one lacking among several', several, { kind: 'multiple', choices: ['a', 'z'] }],
  ['the same twice', several, { kind: 'multiple', choices: ['a', 'a'] }],
  ['a left it lacks', pairs, { kind: 'matching', pairs: { informe: 'lev' } }],
  ['a right it lacks', pairs, { kind: 'matching', pairs: { ficha: 'ficha' } }],
  ['an item it lacks', order, { kind: 'ordering', order: ['a', 'z'] }],
  ['an item twice', order, { kind: 'ordering', order: ['a', 'a'] }],
])('a response with %s does not fit, and is not marked', (_, body, response) => {
  expect(fits(body, response)).toBe(false);
  const keys = [choiceKey, severalKey, claimKey, numberKey, pairsKey, orderKey];
  expect(() => keys.filter((key) => key.kind === body.kind).map((key) => score(body, key, 1000, response))).toThrow();
});

test('the key of another question is a fault', () =>
  expect(() => score(choice, claimKey, 1000, null)).toThrow('A question of kind single has a key of kind true_false'));

test('a key that holds nothing right gives no points', () => {
  const none: AnswerKey = { kind: 'multiple', correct: [], credit: 'net', ...noFeedback };
  expect(score(several, none, 1000, { kind: 'multiple', choices: ['a'] })).toMatchObject({
    points: 0,
    verdict: 'wrong',
  });
});

describe('of any question', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,5}$/), { minLength: 2, maxLength: 8 });
  const decimal = fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 999 }))
    .map(([whole, part]) => `${whole}.${part}`);
  type Asked = { body: QuestionBody; key: AnswerKey; right: QuestionResponse; response: QuestionResponse };

  const singles = ids.chain((ids) =>
    fc
      .record({ correct: fc.constantFrom(...ids), choice: fc.constantFrom(...ids) })
      .map(({ correct, choice }): Asked => ({
        body: { kind: 'single', prompt: '', options: ids.map(option) },
        key: { kind: 'single', correct, ...noFeedback },
        right: { kind: 'single', choice: correct },
        response: { kind: 'single', choice },
      })),
  );
  const multiples = ids.chain((ids) =>
    fc.tuple(fc.shuffledSubarray(ids, { minLength: 1 }), fc.shuffledSubarray(ids)).map(([correct, choices]): Asked => ({
      body: { kind: 'multiple', prompt: '', options: ids.map(option) },
      key: { kind: 'multiple', correct, credit: 'net', ...noFeedback },
      right: { kind: 'multiple', choices: correct },
      response: { kind: 'multiple', choices },
    })),
  );
  const claims = fc.tuple(fc.boolean(), fc.boolean()).map(([correct, value]): Asked => ({
    body: { kind: 'true_false', prompt: '' },
    key: { kind: 'true_false', correct, ...noFeedback },
    right: { kind: 'true_false', value: correct },
    response: { kind: 'true_false', value },
  }));
  const numbers = fc.tuple(decimal, fc.oneof(decimal, fc.string({ maxLength: 40 }))).map(([value, text]): Asked => ({
    body: { kind: 'numeric', prompt: '', unit: null },
    key: { kind: 'numeric', value, tolerance: '0', relative: false, ...noFeedback },
    right: { kind: 'numeric', text: value.replace('.', ',') },
    response: { kind: 'numeric', text },
  }));
  const matchings = ids.chain((ids) =>
    fc
      .tuple(fc.array(fc.constantFrom(...ids), { minLength: ids.length, maxLength: ids.length }), fc.subarray(ids))
      .map(([rights, given]): Asked => {
        const correct = Object.fromEntries(ids.map((id, i) => [id, rights[i] ?? id]));
        return {
          body: { kind: 'matching', prompt: '', left: ids.map(option), right: ids.map(option) },
          key: { kind: 'matching', pairs: correct, ...noFeedback },
          right: { kind: 'matching', pairs: correct },
          response: { kind: 'matching', pairs: Object.fromEntries(given.map((id) => [id, id])) },
        };
      }),
  );
  const orderings = ids.chain((ids) =>
    fc
      .tuple(fc.shuffledSubarray(ids, { minLength: ids.length }), fc.shuffledSubarray(ids))
      .map(([correct, order]): Asked => ({
        body: { kind: 'ordering', prompt: '', items: ids.map(option) },
        key: { kind: 'ordering', order: correct, ...noFeedback },
        right: { kind: 'ordering', order: correct },
        response: { kind: 'ordering', order },
      })),
  );
  const asked = fc.oneof(singles, multiples, claims, numbers, matchings, orderings);
  const points = fc.integer({ min: 1, max: 1_000_000 });
  const of = (check: (asked: Asked, points: number) => void) =>
    fc.assert(fc.property(asked, points, check), { numRuns: 500 });

  test('points are a whole number of thousandths from nothing to all', () =>
    of(({ body, key, response }, points) => {
      const { points: earned, verdict } = score(body, key, points, response);
      expect(earned !== null && Number.isInteger(earned) && earned >= 0 && earned <= points).toBe(true);
      if (verdict === 'wrong' || verdict === 'blank') expect(earned).toBe(0);
      if (verdict === 'right') expect(earned).toBe(points);
    }));

  test('the key itself is fully answered and earns all the points', () =>
    of(({ body, key, right }, points) => {
      expect(fits(body, right)).toBe(true);
      expect(isAnswered(body, right)).toBe('yes');
      const { verdict, options, points: earned } = score(body, key, points, right);
      expect([earned, verdict]).toEqual([points, 'right']);
      expect(Object.values(options)).not.toContain('wrong');
      expect(Object.values(options)).not.toContain('missed');
    }));

  test('nothing earns nothing', () =>
    of(({ body, key }, points) =>
      expect(score(body, key, points, null)).toMatchObject({ points: 0, verdict: 'blank' }),
    ));

  test('the same is marked the same again, and nothing given is changed', () =>
    of(({ body, key, response }, points) => {
      const before = JSON.stringify([body, key, response]);
      expect(score(body, key, points, response)).toEqual(score(body, key, points, response));
      expect(JSON.stringify([body, key, response])).toBe(before);
    }));

  test('the order in which options are shown, keyed or marked changes nothing', () =>
    of(({ body, key, response }, points) => {
      const turned = JSON.parse(JSON.stringify({ body, key, response }), (name, value: unknown) => {
        if (['options', 'items', 'left', 'right', 'choices', 'correct'].includes(name) && Array.isArray(value))
          return value.toReversed() as unknown[];
        if (name === 'pairs') return Object.fromEntries(Object.entries(value as object).toReversed());
        return value;
      }) as Omit<Asked, 'right'>;
      expect(score(turned.body, turned.key, points, turned.response)).toEqual(score(body, key, points, response));
    }));
});
