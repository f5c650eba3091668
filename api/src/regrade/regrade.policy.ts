import { combine, grade, type Keep, type Scale } from '../assessment/nota.policy.ts';
import { fits, score } from '../bank/scoring.policy.ts';
import type { AnswerKey, Drawn, QuestionBody, QuestionResponse } from '../content/question.schema.ts';

export type Decision = 'version' | 'full' | 'drop' | 'rule';
export type Version = { id: string; points: number; body: QuestionBody; answerKey: AnswerKey };

/** An answer as an attempt holds it. `most` is what it may give; `written` what its version says it gives. */
export type Held = {
  position: number;
  points: number | null;
  most: number;
  written: number;
  response: QuestionResponse | null;
  drawn: Drawn | null;
  scoredWith: string | null;
  treatment: 'full' | 'dropped' | null;
};
/** An ended attempt; `points` and `nota` are null while a person has yet to mark something in it. `answer`: to the question at stake. */
export type Ended = {
  id: string;
  points: number | null;
  maxPoints: number;
  nota: number | null;
  scale: Scale | null;
  answer: Held | null;
};

/** What a regrade writes in an attempt, or takes back. Points in thousandths, notas in tenths. */
export type Side = {
  points: number | null;
  maxPoints: number;
  nota: number | null;
  scale: Scale | null;
  answer: Pick<Held, 'position' | 'points' | 'most' | 'scoredWith' | 'treatment'> | null;
};
export type Change = { attemptId: string; before: Side; after: Side };
type Marked = NonNullable<Side['answer']>;

/** How one answer stands after the decision; `unfit` where its response speaks of options that the new version lacks. */
export function decided(decision: Decision, held: Held, version: Version | null): { answer: Marked; unfit: boolean } {
  const { position, points, most, scoredWith, treatment } = held;
  const same = { position, points, most, scoredWith, treatment };
  if (decision === 'full') return { answer: { ...same, points: most, treatment: 'full' }, unfit: false };
  if (decision === 'drop') return { answer: { ...same, points: 0, treatment: 'dropped' }, unfit: false };
  if (decision === 'rule' || !version) return { answer: same, unfit: false };
  if (held.response && !fits(version.body, held.response)) return { answer: same, unfit: true };
  return { answer: scoredBy(version, held), unfit: false };
}

/** Scores with another version. Its points count, unless the evaluation gave the question others; a person's mark stays. */
function scoredBy(version: Version, { position, points, most, written, response, drawn }: Held): Marked {
  const worth = most === written ? version.points : most;
  const earned = response ? score(version.body, version.answerKey, worth, response, drawn).points : 0;
  const marked = earned ?? (points === null ? null : Math.min(points, worth));
  return { position, points: marked, most: worth, scoredWith: version.id, treatment: null };
}

const counted = ({ treatment, most }: Pick<Marked, 'treatment' | 'most'>) => (treatment === 'dropped' ? 0 : most);

/** The attempt as it was. */
export function sideOf({ points, maxPoints, nota, scale, answer }: Ended): Side {
  if (!answer) return { points, maxPoints, nota, scale, answer: null };
  const { position, most, scoredWith, treatment } = answer;
  return { points, maxPoints, nota, scale, answer: { position, points: answer.points, most, scoredWith, treatment } };
}

/** How many points more one answer gives than another, of how many more. */
const difference = (was: Marked | null, is: Marked | null) => ({
  points: (is?.points ?? 0) - (was?.points ?? 0),
  most: was && is ? counted(is) - counted(was) : 0,
});

/** The attempt with an answer that stands otherwise, and its nota by `scale`. One that would be left with nothing stays. */
export function retotalled(before: Side, answer: Marked | null, scale: Scale | null): Side {
  const more = difference(before.answer, answer);
  const maxPoints = before.maxPoints + more.most;
  if (maxPoints <= 0) return before;
  const points = before.points === null ? null : before.points + more.points;
  const graded = points !== null && scale ? { nota: grade(points, maxPoints, scale), scale } : null;
  return { points, maxPoints, nota: graded?.nota ?? null, scale: graded ? scale : before.scale, answer };
}

/** Whether a decision leaves an attempt as it is. */
export const isSame = (a: Side, b: Side): boolean => JSON.stringify(a) === JSON.stringify(b);

export type Rule = { decision: Decision; version: Version | null; keepBetter: boolean };
export type Outcome = { before: number | null; after: number | null; unfit: boolean; kept: boolean; changes: Change[] };

/**
 * What a decision makes of someone's attempts at an evaluation. With `keepBetter` an attempt that would go down stays as it
 * is, and so nobody's nota does: best, last and average never fall when no attempt does.
 * @param scale the rules of now, which count for the decision `rule`; else each attempt keeps those it was graded by
 */
export function regraded(attempts: readonly Ended[], keep: Keep, scale: Scale, rule: Rule): Outcome {
  const all = attempts.map((attempt) => one(attempt, scale, rule));
  return {
    before: kept(all.map(({ before }) => before.nota), keep), // prettier-ignore
    after: kept(all.map(({ after }) => after.nota), keep), // prettier-ignore
    unfit: all.some(({ unfit }) => unfit),
    kept: all.some((each) => each.kept),
    changes: all
      .filter(({ before, after }) => !isSame(before, after))
      .map(({ id, before, after }) => ({ attemptId: id, before, after })),
  };
}

function one(attempt: Ended, now: Scale, rule: Rule) {
  const before = sideOf(attempt);
  const { after, unfit } = become(attempt, before, now, rule);
  const kept = rule.keepBetter && isLower(after.nota, before.nota);
  return { id: attempt.id, before, after: kept ? before : after, unfit, kept };
}

function become({ answer, scale }: Ended, before: Side, now: Scale, { decision, version }: Rule) {
  if (decision === 'rule') return { after: retotalled(before, before.answer, now), unfit: false };
  if (!answer) return { after: before, unfit: false };
  const found = decided(decision, answer, version);
  return { after: retotalled(before, found.answer, scale), unfit: found.unfit };
}

const isLower = (nota: number | null, than: number | null) => nota !== null && than !== null && nota < than;

/** As evaluations count their attempts; none while the nota hangs from one that waits for a mark. */
function kept(notas: readonly (number | null)[], keep: Keep): number | null {
  const marked = notas.filter((nota) => nota !== null);
  return keep === 'best' || marked.length === notas.length ? combine(marked, keep) : null;
}
