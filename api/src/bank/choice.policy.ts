import type { CreditRule } from '../content/question.schema.ts';
import { idsOf, isEach, type Marker, type OptionVerdict, type Part, within } from './marker.policy.ts';

function choiceVerdict(right: boolean, marked: boolean): OptionVerdict {
  if (marked) return right ? 'right' : 'wrong';
  return right ? 'missed' : 'plain';
}
const choiceVerdicts = (ids: readonly string[], right: readonly string[], marked: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, choiceVerdict(right.includes(id), marked.includes(id))]));

/** All or nothing, of one option among some. */
const oneOf = (ids: readonly string[], right: readonly string[], marked: string | undefined): Part => ({
  right: marked !== undefined && right.includes(marked) ? 1 : 0,
  all: 1,
  options: choiceVerdicts(ids, right, marked === undefined ? [] : [marked]),
});

export const single: Marker<'single'> = {
  fits: ({ options }, { choice }) => idsOf(options).includes(choice),
  isAnswered: () => 'yes',
  mark: ({ options }, { correct }, response) => oneOf(idsOf(options), [correct], response?.choice),
  solution: ({ correct }) => ({ kind: 'single', choice: correct }),
};

export const trueFalse: Marker<'true_false'> = {
  fits: () => true,
  isAnswered: () => 'yes',
  mark: (_, { correct }, response) =>
    oneOf(['true', 'false'], [String(correct)], response ? String(response.value) : undefined),
  solution: ({ correct }) => ({ kind: 'true_false', value: correct }),
};

/** Of `hits` right and `slips` wrong marks among `correct` right ones and `all` options. */
type Marks = { hits: number; slips: number; correct: number; all: number };
const credits: Record<CreditRule, (marks: Marks) => { right: number; all: number }> = {
  net: ({ hits, slips, correct }) => ({ right: Math.max(0, hits - slips), all: correct }),
  each: ({ hits, slips, correct, all }) => ({ right: all - slips - (correct - hits), all }),
  only_right: ({ hits, slips, correct }) => ({ right: slips > 0 ? 0 : hits, all: correct }),
  exact: ({ hits, slips, correct }) => ({ right: slips === 0 && hits === correct ? 1 : 0, all: 1 }),
};

function someOf(ids: readonly string[], correct: readonly string[], given: readonly string[], rule: CreditRule): Part {
  const marked = [...new Set(given)];
  const right = [...new Set(correct)];
  const hits = marked.filter((id) => right.includes(id)).length;
  const credit = credits[rule]({ hits, slips: marked.length - hits, correct: right.length, all: ids.length });
  return { ...credit, options: choiceVerdicts(ids, right, marked) };
}

/** Several may be right. How marks become points is the key's rule. */
export const multiple: Marker<'multiple'> = {
  fits: ({ options }, { choices }) => within(choices, idsOf(options)) && isEach(choices),
  isAnswered: (_, { choices }) => (choices.length > 0 ? 'yes' : 'no'),
  mark: ({ options }, { correct, credit }, response) =>
    someOf(idsOf(options), correct, response?.choices ?? [], credit),
  solution: ({ correct }) => ({ kind: 'multiple', choices: correct }),
};

/** One area, all or nothing; or several, where a wrong one takes a right one away. */
export const hotspot: Marker<'hotspot'> = {
  fits: ({ areas, many }, { areas: marked }) =>
    within(marked, idsOf(areas)) && isEach(marked) && (many || marked.length <= 1),
  isAnswered: (_, { areas }) => (areas.length > 0 ? 'yes' : 'no'),
  mark({ areas, many }, { correct }, response) {
    const marked = response?.areas ?? [];
    return many ? someOf(idsOf(areas), correct, marked, 'net') : oneOf(idsOf(areas), correct, marked[0]);
  },
  solution: ({ correct }) => ({ kind: 'hotspot', areas: correct }),
};
