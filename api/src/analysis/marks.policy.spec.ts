import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { type Answer, choicesOf, marksOf, tally } from './marks.policy.ts';

const options = (...ids: string[]) => ids.map((id) => ({ id, html: `<p>${id}</p>` }));
const told = { feedback: null, optionFeedback: {} };
const single: QuestionBody = { kind: 'single', prompt: '', options: options('uno', 'dos') };
const key: AnswerKey = { kind: 'single', correct: 'dos', ...told };
const answer = (response: Answer['response'], people: number, upper = 0, lower = 0, share = 0): Answer => ({
  ...{ response, share, people, upper, lower },
});

test('names the options by letter, in the order in which they are written', () => {
  expect(choicesOf(single, key)).toEqual([
    { id: 'uno', label: 'A', html: '<p>uno</p>', key: false },
    { id: 'dos', label: 'B', html: '<p>dos</p>', key: true },
  ]);
});

test('adds up what was marked; blanks and options that are gone count nowhere', () => {
  const answers = [
    answer({ kind: 'single', choice: 'dos' }, 5, 3, 1, 1),
    answer({ kind: 'single', choice: 'tres' }, 2),
    answer(null, 4),
  ];
  expect(tally(single, key, answers).map(({ id, people, upper, lower }) => [id, people, upper, lower])).toEqual([
    ['uno', 0, 0, 0],
    ['dos', 5, 3, 1],
  ]);
});

test('counts each mark of several, each pair, and each item in its place', () => {
  const many: AnswerKey = { kind: 'multiple', correct: ['a'], credit: 'net', ...told };
  expect(marksOf(many, { kind: 'multiple', choices: ['a', 'b', 'a'] })).toEqual(['a', 'b']);
  const pairs: AnswerKey = { kind: 'matching', pairs: { x: 'a' }, ...told };
  expect(marksOf(pairs, { kind: 'matching', pairs: { x: 'b' } })).toEqual(['x → b']);
  const order: AnswerKey = { kind: 'ordering', order: ['a', 'b', 'c'], ...told };
  expect(marksOf(order, { kind: 'ordering', order: ['a', 'c', 'b'] })).toEqual(['a']);
});

test('shows the commonest texts as they were typed, but for case, and what earned the points', () => {
  const body: QuestionBody = { kind: 'numeric', prompt: '', unit: null };
  const numeric = { kind: 'numeric', value: '3', tolerance: '0', ...told } as AnswerKey;
  const typed = (text: string, people: number, share = 0) => answer({ kind: 'numeric', text }, people, 0, 0, share);
  const texts = [typed('3', 9, 1), typed(' 3', 1, 1), typed('', 7), typed('30', 4), typed('<b>', 3)];
  expect(tally(body, numeric, [...texts, ...['4', '5', '6', '7'].map((text) => typed(text, 1))])).toMatchObject([
    { id: '3', people: 10, key: true, label: null },
    { id: '30', people: 4, key: false },
    { id: '<b>', html: '&#60;b&#62;', people: 3 },
    { id: '4' },
    { id: '5' },
    { id: '6' },
  ]);
});

test('reads places on a picture, bins and gaps; of what is marked by hand there is nothing to count', () => {
  const circle = { type: 'circle', centre: { x: 1, y: 1 }, radius: 5 } as const;
  const areas = ['norte', 'sur'].map((id) => ({ id, name: `El ${id}`, shape: circle }));
  const picture = { src: '/m.png', width: 10, height: 10, alt: 'Mapa' };
  const map: QuestionBody = { kind: 'hotspot', prompt: '', picture, areas, many: false };
  const south: AnswerKey = { kind: 'hotspot', correct: ['sur'], ...told };
  expect(choicesOf(map, south)).toMatchObject([
    { label: 'A', html: 'El norte', key: false },
    { label: 'B', key: true },
  ]);
  expect(marksOf(south, { kind: 'hotspot', areas: ['sur', 'sur'] })).toEqual(['sur']);
  const bins: AnswerKey = { kind: 'categorise', bins: { x: 'a' }, ...told };
  expect(marksOf(bins, { kind: 'categorise', bins: { x: 'a', y: 'b' } })).toEqual(['x → a', 'y → b']);
  const text = { type: 'text' as const, accepted: ['plan'], matchCase: false, matchAccents: false };
  const gaps: AnswerKey = { kind: 'gaps', gaps: { uno: text, dos: text }, ...told };
  expect(marksOf(gaps, { kind: 'gaps', gaps: { dos: ' Plan ' } })).toEqual(['2: plan']);
  const essay: AnswerKey = { kind: 'essay', guide: null, ...told };
  expect(marksOf(essay, { kind: 'essay', html: '<p>Algo</p>' })).toEqual([]);
});
