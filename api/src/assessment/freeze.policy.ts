import { type Arrangement, arrangementOf } from '../bank/arrange.policy.ts';
import { draw, generatorName, shuffle } from '../bank/shuffle.policy.ts';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';

/** A question that the place `slot` may ask, one of `draw`; `met` when an earlier attempt asked it. */
export type PoolQuestion = {
  id: string;
  slot: number;
  section: string | null;
  draw: number;
  met: boolean;
  points: number;
  body: QuestionBody;
  answerKey: AnswerKey;
};
/** A question as an attempt keeps it. */
export type FrozenQuestion = Arrangement & {
  position: number;
  questionVersionId: string;
  section: string | null;
  maxPoints: number;
};
/** Whether questions go round within their section, and options within their question. */
export type Shuffling = { questions: boolean; options: boolean };

/** Kept with each attempt: how questions are taken from places, and what draws. */
export const generator = `places-1 ${generatorName}`;

/** What a place asks: of those that the attempt has not yet, first any that were never met, then the rest. */
function taken(seed: bigint, slot: number, pool: readonly PoolQuestion[], n: number): PoolQuestion[] {
  const from = (met: boolean, wanted: number) => {
    const some = pool.filter((question) => question.met === met);
    return draw(seed, some, Math.min(wanted, some.length), `draw ${slot} ${met ? 'met' : 'new'}`);
  };
  const fresh = from(false, n);
  return [...fresh, ...from(true, n - fresh.length)];
}

/** Every place's questions in the order of the places; no question twice, however many pools it is in. */
function drawn(seed: bigint, pool: readonly PoolQuestion[]): PoolQuestion[] {
  const asked: PoolQuestion[] = [];
  for (const slot of new Set(pool.map((question) => question.slot))) {
    const own = pool.filter((question) => question.slot === slot && !asked.some(({ id }) => id === question.id));
    asked.push(...taken(seed, slot, own, own[0]?.draw ?? 0));
  }
  return asked;
}

/** The sections in their order, and within each the questions in another, or in that in which they were written. */
function ordered(seed: bigint, pool: readonly PoolQuestion[], asked: PoolQuestion[], mixed: boolean): PoolQuestion[] {
  if (!mixed) return asked.toSorted((a, b) => pool.indexOf(a) - pool.indexOf(b));
  const sections = [...new Set(asked.map(({ section }) => section))];
  return sections.flatMap((section) =>
    shuffle(
      seed,
      `section ${section ?? ''}`,
      asked.filter((question) => question.section === section),
    ),
  );
}

/** Options stay as they were written where the rules say so and their order tells nothing. */
const isKept = ({ kind }: QuestionBody, mixed: boolean) => !mixed && ['single', 'multiple'].includes(kind);

/** What an attempt asks, in order, and how each is shown: the same again for a seed. */
export const freeze = (seed: bigint, pool: readonly PoolQuestion[], mixed: Shuffling): FrozenQuestion[] =>
  ordered(seed, pool, drawn(seed, pool), mixed.questions).map((question, i) => ({
    position: i + 1,
    questionVersionId: question.id,
    section: question.section,
    maxPoints: question.points,
    ...arrangementOf(seed, question),
    ...(isKept(question.body, mixed.options) && { optionOrder: [] }),
  }));
