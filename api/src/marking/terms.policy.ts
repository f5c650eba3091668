import { grade as gradeOf, pointsFor, scaleOf } from '../assessment/nota.policy.ts';
import type { Rubric } from '../submission/rubric.schema.ts';
import { lessPenalty } from './marking.policy.ts';

/** What the database knows of how a submission is marked. */
export type Terms = {
  rubric: Rubric | null;
  questionPoints: number | null;
  demand: number | null;
  /** Tenths of a nota for each day begun. */
  penaltyPerDay: number;
  lateMinutes: number;
};

/** An answer has no rubric of its own: its points are one criterion. */
export const wholeAnswer = 'total';

/** The rubric to mark by, all that it gives in thousandths, and what late work loses in tenths. */
export function marksBy({ rubric, questionPoints, penaltyPerDay, lateMinutes }: Terms) {
  const whole: Rubric = {
    criteria: [{ id: wholeAnswer, title: 'Puntaje', levels: null, maxPoints: questionPoints ?? 0 }],
  };
  const by = rubric ?? whole;
  const maxPoints = by.criteria.reduce((sum, criterion) => sum + criterion.maxPoints, 0);
  return { rubric: by, maxPoints, penalty: penaltyPerDay * Math.ceil(lateMinutes / 1440) };
}

/** The nota of some points, in tenths, before and after the penalty; null for an answer, which has points alone. */
export function notaOf(terms: Terms, points: number): { before: number; grade: number } | null {
  if (terms.demand === null) return null;
  const { maxPoints, penalty } = marksBy(terms);
  const scale = scaleOf(terms.demand);
  const before = gradeOf(points, maxPoints, scale);
  return { before, grade: lessPenalty(before, penalty, scale.min) };
}

/**
 * The scale as steps: the fewest points that give each nota, in rising order. Whoever has these steps needs no formula,
 * and can never get another nota than the server.
 */
export function conversionOf(terms: Terms) {
  if (terms.demand === null) return null;
  const { maxPoints } = marksBy(terms);
  const { demand, min, pass, max } = scaleOf(terms.demand);
  const notas = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  const steps = notas.map((grade) => ({ grade, points: pointsFor(grade, maxPoints, scaleOf(demand)) }));
  return { ...{ demand, min, pass, max, steps }, cut: cutText(demand * maxPoints) };
}

/** A percentage of thousandths, hundredfold, as it is read: 1.440.000 is «14,4». */
function cutText(hundredfold: number): string {
  const [whole = '', fraction] = String(hundredfold / 100_000).split('.');
  return fraction ? `${whole},${fraction}` : whole;
}
