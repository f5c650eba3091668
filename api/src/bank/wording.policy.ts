import { readFormula } from '../content/formula.policy.ts';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { answerOf, valuesOf } from '../content/variables.policy.ts';
import { drawNumbers } from './calculated.policy.ts';

/** What is wrong with a question, and where: the path of a field, and a code that the web puts into words. */
export type WordingFault = { path: string; code: string };

type Of<T, K> = Extract<T, { kind: K }>;
type Kind = QuestionBody['kind'];
type Check<K extends Kind> = (body: Of<QuestionBody, K>, key: Of<AnswerKey, K>) => WordingFault[];
type Option = { id: string; html: string };

const when = (wrong: boolean, path: string, code: string): WordingFault[] => (wrong ? [{ path, code }] : []);
const idsOf = (options: readonly Option[]) => options.map(({ id }) => id);

/** A list of options: enough of them, each with a text and an id of its own. */
const options = (list: readonly Option[], path: string, least = 2): WordingFault[] => [
  ...when(list.length < least, path, 'too_few'),
  ...list.flatMap(({ id, html }, i) => [
    ...when(html.trim() === '', `${path}.${i}.html`, 'blank'),
    ...when(
      list.slice(0, i).some((earlier) => earlier.id === id),
      `${path}.${i}.id`,
      'repeated',
    ),
  ]),
];
/** Every id on the left is paired with one that is there. */
const pairs = (left: readonly Option[], right: readonly Option[], given: Record<string, string>, path: string) =>
  left.flatMap(({ id }) => when(!idsOf(right).includes(given[id] ?? ''), `${path}.${id}`, 'unmatched'));
const tolerance = (text: string, path: string) => when(text.startsWith('-'), path, 'negative');

const checks: { [K in Kind]: Check<K> } = {
  single: (body, { correct }) => [
    ...options(body.options, 'body.options'),
    ...when(!idsOf(body.options).includes(correct), 'answerKey.correct', 'unmarked'),
  ],
  multiple: (body, { correct }) => [
    ...options(body.options, 'body.options'),
    ...when(correct.length === 0, 'answerKey.correct', 'unmarked'),
    ...when(!correct.every((id) => idsOf(body.options).includes(id)), 'answerKey.correct', 'unknown'),
  ],
  true_false: () => [],
  numeric: (_, key) => tolerance(key.tolerance, 'answerKey.tolerance'),
  matching: ({ left, right }, key) => [
    ...options(left, 'body.left'),
    ...options(right, 'body.right'),
    ...pairs(left, right, key.pairs, 'answerKey.pairs'),
  ],
  ordering: ({ items }, { order }) => [
    ...options(items, 'body.items'),
    ...when(!isSame(order, idsOf(items)), 'answerKey.order', 'unknown'),
  ],
  short: (_, { accepted }) => blanks(accepted, 'answerKey.accepted'),
  gaps: ({ parts }, { gaps }) => {
    const holes = parts.flatMap((part, i) => (part.type === 'html' ? [] : [{ part, i }]));
    const ids = holes.map(({ part }) => part.id);
    return [
      ...when(holes.length === 0, 'body.parts', 'too_few'),
      ...when(new Set(ids).size < ids.length, 'body.parts', 'repeated'),
      ...when(!isSame(Object.keys(gaps), ids), 'body.parts', 'unmatched'),
      ...holes.flatMap(({ part, i }) => gapFaults(part, gaps[part.id], `body.parts.${i}`)),
    ];
  },
  categorise: ({ items, bins }, key) => [
    ...options(items, 'body.items', 1),
    ...options(bins, 'body.bins'),
    ...pairs(items, bins, key.bins, 'answerKey.bins'),
  ],
  hotspot: ({ picture, areas, many }, { correct }) => [
    ...when(picture.alt.trim() === '', 'body.picture.alt', 'blank'),
    ...when(areas.length < 2, 'body.areas', 'too_few'),
    ...when(new Set(areas.map(({ id }) => id)).size < areas.length, 'body.areas', 'repeated'),
    ...when(!correct.every((id) => areas.some((area) => area.id === id)), 'answerKey.correct', 'unmarked'),
    ...when(!many && correct.length > 1, 'answerKey.correct', 'too_many'),
  ],
  calculated: ({ prompt }, key) => [
    ...tolerance(key.tolerance, 'answerKey.tolerance'),
    ...formulaFaults(key),
    ...key.variables.flatMap((variable, i) => [
      ...when(valuesOf(variable) === 0n, `answerKey.variables.${i}.max`, 'empty_range'),
      ...when(
        key.variables.slice(0, i).some(({ name }) => name === variable.name),
        `answerKey.variables.${i}.name`,
        'repeated',
      ),
      ...when(!prompt.includes(`{${variable.name}}`), `answerKey.variables.${i}.name`, 'unused'),
    ]),
  ],
  essay: ({ minWords, maxWords }) =>
    when(minWords !== null && maxWords !== null && minWords > maxWords, 'body.maxWords', 'empty_range'),
  file: ({ types }) => when(types.length === 0, 'body.types', 'too_few'),
};

const isSame = (some: readonly string[], all: readonly string[]) => [...some].sort().join() === [...all].sort().join();
const blanks = (texts: readonly string[], path: string) =>
  texts.flatMap((text, i) => when(text.trim() === '', `${path}.${i}`, 'blank'));

type Hole = Exclude<Of<QuestionBody, 'gaps'>['parts'][number], { type: 'html' }>;
type HoleKey = Of<AnswerKey, 'gaps'>['gaps'][string] | undefined;

function gapFaults(hole: Hole, key: HoleKey, path: string): WordingFault[] {
  if (key?.type !== hole.type) return when(key !== undefined, path, 'mismatch');
  if (key.type === 'text') return blanks(key.accepted, path);
  if (key.type === 'number') return tolerance(key.tolerance, path);
  return hole.type === 'choice' ? [...options(hole.options, path), ...missing(hole.options, key.correct, path)] : [];
}

const missing = (list: readonly Option[], correct: string, path: string) =>
  when(!idsOf(list).includes(correct), path, 'unmarked');

/** The formula can be read, speaks of its variables only, and has a value for some of them. */
function formulaFaults(key: Of<AnswerKey, 'calculated'>): WordingFault[] {
  const read = readFormula(key.formula);
  if (!('formula' in read)) return [{ path: 'answerKey.formula', code: 'unreadable' }];
  if (key.variables.some((variable) => valuesOf(variable) === 0n)) return [];
  return when(answerOf(key, drawNumbers(1n, 'sample', key)) === null, 'answerKey.formula', 'no_value');
}

/** All that is wrong with a wording whose shape is right; none where it makes a question. */
export function faultsOf(body: QuestionBody, key: AnswerKey): WordingFault[] {
  if (body.kind !== key.kind) return [{ path: 'answerKey.kind', code: 'mismatch' }];
  const check = checks[body.kind] as unknown as Check<Kind>;
  const mute = body.kind !== 'gaps' && body.prompt.trim() === '';
  return [...when(mute, 'body.prompt', 'blank'), ...check(body, key)];
}
