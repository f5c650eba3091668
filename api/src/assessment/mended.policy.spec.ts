import type { AnswerKey, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { countedBy, pointsOf } from './mended.policy.ts';

const body = (...ids: string[]): QuestionBody => ({
  ...{ kind: 'single', prompt: '' },
  options: ids.map((id) => ({ id, html: id })),
});
const key = (correct: string): AnswerKey => ({ kind: 'single', correct, feedback: null, optionFeedback: {} });
const chosen = (choice: string): QuestionResponse => ({ kind: 'single', choice });
const answer = {
  ...{ body: body('a', 'b'), answerKey: key('a'), mended: { body: body('b', 'c'), answerKey: key('b') } },
  ...{ treatment: null, points: 1000, drawn: null },
};

test('counts by the mended version, unless it lacks what was chosen', () => {
  expect(pointsOf({ ...answer, response: chosen('b') })).toBe(1000);
  expect(pointsOf({ ...answer, response: chosen('a') })).toBe(1000); // as the first version says
  expect(countedBy({ ...answer, response: null }).answerKey).toEqual(key('b'));
  expect(pointsOf({ ...answer, mended: null, response: chosen('b') })).toBe(0);
});

test('gives all points or none where that was decided, answered or not', () => {
  expect(pointsOf({ ...answer, treatment: 'full', response: null })).toBe(1000);
  expect(pointsOf({ ...answer, treatment: 'dropped', response: chosen('b') })).toBe(0);
  expect(pointsOf({ ...answer, response: null })).toBe(0);
});
