import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';

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
    ...when([...order].sort().join() !== idsOf(items).sort().join(), 'answerKey.order', 'unknown'),
  ],
};

/** All that is wrong with a wording whose shape is right; none where it makes a question. */
export function faultsOf(body: QuestionBody, key: AnswerKey): WordingFault[] {
  if (body.kind !== key.kind) return [{ path: 'answerKey.kind', code: 'mismatch' }];
  const check = checks[body.kind] as unknown as Check<Kind>;
  return [...when(body.prompt.trim() === '', 'body.prompt', 'blank'), ...check(body, key)];
}
