import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { answerOf } from '../content/variables.policy.ts';
import { howFull, type Marker, type Of, type OptionVerdict, type Part, partOf } from './marker.policy.ts';
import { isNear, readDecimal, type Tolerance, writeDecimal } from './numeric.policy.ts';
import { fromDecimal, round, toDecimal } from '../content/rational.policy.ts';
import { isAccepted } from './text.policy.ts';

const isBlank = (text: string) => text.trim() === '';
const isFilled = (_: unknown, { text }: { text: string }) => (isBlank(text) ? 'no' : 'yes');
const allOrNothing = (isRight: boolean): Part => ({ right: isRight ? 1 : 0, all: 1, options: {} });
const withComma = (decimal: string) => decimal.replace('.', ',');

function isNumber(text: string, unit: string | null, key: Tolerance & { value: string }): boolean {
  const typed = readDecimal(text, unit);
  return typed !== null && isNear(fromDecimal(typed), fromDecimal(key.value), key);
}

/** A number that cannot be read is wrong. */
export const numeric: Marker<'numeric'> = {
  fits: () => true,
  isAnswered: isFilled,
  mark: ({ unit }, key, response) => allOrNothing(response !== null && isNumber(response.text, unit, key)),
  solution: ({ value }) => ({ kind: 'numeric', text: withComma(value) }),
};

export const short: Marker<'short'> = {
  fits: () => true,
  isAnswered: isFilled,
  mark: (_, key, response) => allOrNothing(response !== null && isAccepted(response.text, key)),
  solution: ({ accepted: [first = ''] }) => ({ kind: 'short', text: first }),
};

/**
 * Right if it is near the exact answer or the one that is shown, rounded. Where the numbers leave no answer, anything is
 * right: nobody loses points by a question that cannot be answered.
 */
export const calculated: Marker<'calculated'> = {
  fits: () => true,
  isAnswered: isFilled,
  mark({ unit }, key, response, drawn) {
    if (!response) return allOrNothing(false);
    const answer = answerOf(key, drawn);
    if (!answer) return allOrNothing(true);
    const typed = readDecimal(response.text, unit);
    const near = (value: typeof answer) => typed !== null && isNear(fromDecimal(typed), value, key);
    return allOrNothing(near(answer) || near(round(answer, key.decimals)));
  },
  solution(key, drawn) {
    const answer = answerOf(key, drawn);
    return answer && { kind: 'calculated', text: writeDecimal(toDecimal(answer, key.decimals)) };
  },
};

type Gap = Exclude<Of<QuestionBody, 'gaps'>['parts'][number], { type: 'html' }>;
type GapKey = Of<AnswerKey, 'gaps'>['gaps'][string];

export const gapsOf = ({ parts }: Of<QuestionBody, 'gaps'>): Gap[] =>
  parts.flatMap((part) => (part.type === 'html' ? [] : [part]));

function isRightGap(key: GapKey | undefined, text: string): boolean {
  if (!key) return false;
  if (key.type === 'text') return isAccepted(text, key);
  return key.type === 'number' ? isNumber(text, null, key) : key.correct === text;
}

const gapSolution = (key: GapKey) => {
  if (key.type === 'text') return key.accepted[0] ?? '';
  return key.type === 'number' ? withComma(key.value) : key.correct;
};

/** By gap, each worth the same. */
export const gaps: Marker<'gaps'> = {
  fits(body, { gaps }) {
    const all = new Map(gapsOf(body).map((gap) => [gap.id, gap]));
    return Object.entries(gaps).every(([id, text]) => {
      const gap = all.get(id);
      if (gap?.type === 'choice') return text === '' || gap.options.some((option) => option.id === text);
      return gap !== undefined;
    });
  },
  isAnswered: (body, { gaps }) =>
    howFull(Object.values(gaps).filter((text) => !isBlank(text)).length, gapsOf(body).length),
  mark(body, key, response) {
    const [keys, given] = [new Map(Object.entries(key.gaps)), new Map(Object.entries(response?.gaps ?? {}))];
    const verdictOf = (id: string): OptionVerdict => {
      const text = given.get(id) ?? '';
      if (isBlank(text)) return 'missed';
      return isRightGap(keys.get(id), text) ? 'right' : 'wrong';
    };
    return partOf(gapsOf(body).map(({ id }) => [id, verdictOf(id)]));
  },
  solution: ({ gaps }) => ({
    kind: 'gaps',
    gaps: Object.fromEntries(Object.entries(gaps).map(([id, key]) => [id, gapSolution(key)])),
  }),
};
