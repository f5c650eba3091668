import type { AnswerKey, Drawn, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { categorise, matching, ordering } from './arranging.policy.ts';
import { hotspot, multiple, single, trueFalse } from './choice.policy.ts';
import { essay, file } from './manual.policy.ts';
import type { Answered, Kind, Marker, OptionVerdict, Part } from './marker.policy.ts';
import { calculated, gaps, numeric, short } from './written.policy.ts';

/** `pending`: a person has to mark it. */
export type Verdict = 'right' | 'partial' | 'wrong' | 'blank' | 'pending';

export type Score = {
  /** Thousandths, from 0 to those of the question; null while a person has to mark it. */
  points: number | null;
  verdict: Verdict;
  /** Empty where nothing has parts: a number, a short text, an essay, a file. */
  options: Record<string, OptionVerdict>;
};

const markers: { [K in Kind]: Marker<K> } = {
  ...{ single, multiple, true_false: trueFalse, numeric, short, matching, ordering, gaps, categorise, hotspot },
  ...{ calculated, essay, file },
};

/** The rules of a kind, for values that all claim to be of it. */
const markerOf = (kind: Kind) => markers[kind] as unknown as Marker<Kind>;

/** The kinds that a person marks. */
export const isManual = (kind: Kind): boolean => kind === 'essay' || kind === 'file';

function verdictOf({ right, all }: Pick<Part, 'right' | 'all'>): Verdict {
  if (right === 0) return 'wrong';
  return right < all ? 'partial' : 'right';
}

/** What to say of an answer that a person gave so many points out of all. */
export const verdictOfMark = (points: number, all: number): Verdict => verdictOf({ right: points, all });

/** Whether a response is of the kind of the question and speaks only of its options, each once. Any other is refused. */
export const fits = (body: QuestionBody, response: QuestionResponse): boolean =>
  response.kind === body.kind && markerOf(body.kind).fits(body, response);

/** How much of a question is answered: `partly` while a pair, a gap or a place is missing. */
export const isAnswered = (body: QuestionBody, response: QuestionResponse | null): Answered =>
  response ? markerOf(body.kind).isAnswered(body, response) : 'no';

/**
 * Marks one response. `points` are what the question gives, in thousandths; parts are rounded half up to a thousandth.
 * Single choice, true or false, numbers, short texts and a single area: all or nothing. Multiple choice by its rule of
 * credit: `net`, (right marks − wrong marks) ÷ right options, never below zero; `each`, options decided rightly ÷ options;
 * `only_right`, right marks ÷ right options, and nothing with a wrong one; `exact`, all or nothing. Several areas: `net`.
 * Matching, categories and gaps: right ones ÷ all. Ordering: neighbours in their order ÷ (items − 1).
 * Essays and files wait for a person, unless they are blank. Nothing marked is blank, and gives nothing by any rule.
 * The response must fit the question (`fits`), and the key be its own; `drawn` are the numbers of a calculated question.
 */
export function score(
  body: QuestionBody,
  key: AnswerKey,
  points: number,
  response: QuestionResponse | null,
  drawn: Drawn | null = null,
): Score {
  checkKinds(body, key, response);
  const blank = isAnswered(body, response) === 'no';
  const part = markerOf(body.kind).mark(body, key, blank ? null : response, drawn);
  if (blank) return { points: 0, verdict: 'blank', options: part?.options ?? {} };
  if (!part) return { points: null, verdict: 'pending', options: {} };
  return { points: earnedOf(part, points), verdict: verdictOf(part), options: part.options };
}

function checkKinds(body: QuestionBody, key: AnswerKey, response: QuestionResponse | null): void {
  if (key.kind !== body.kind) throw new Error(`A question of kind ${body.kind} has a key of kind ${key.kind}`);
  if (response && !fits(body, response)) throw new Error(`A response does not fit its question of kind ${body.kind}`);
}

/** A key that holds nothing right gives no points, rather than no result. */
function earnedOf({ right, all }: Part, points: number): number {
  const parts = Math.max(1, all);
  return Math.floor((2 * points * right + parts) / (2 * parts));
}

/** What was right, in the shape of a response; null where a person decides, or where the numbers drawn leave no answer. */
export const solutionOf = (key: AnswerKey, drawn: Drawn | null = null): QuestionResponse | null =>
  markerOf(key.kind).solution(key, drawn);
