import { defaultRules } from '../content/grade-rules.policy.ts';
import type { GradeRules } from '../content/grade-rules.schema.ts';
import { type Outcome, settle } from './grade.policy.ts';

/** What a statement tells of a person in a course: its items with their notas, and the rules if it has any of its own. */
export type Ruled = {
  rules: GradeRules | null;
  items: readonly { unit: string; title?: string; weight: number; grade: number | null; handed: boolean }[];
  attendance: number | null;
  /** When the edition ends; null: it has no dates. */
  endsAt: Date | null;
};

/** The rules of the edition or of the course; where there are none, its weights. */
export const rulesOf = ({ rules, items }: Pick<Ruled, 'rules' | 'items'>): GradeRules =>
  rules ?? defaultRules(items.map(({ unit, title = unit, weight }) => ({ unit, title, weight })));

/** Whether what was not handed in may count as the lowest nota by now. */
export function isClosed({ missing }: Pick<GradeRules, 'missing'>, endsAt: Date | null, now: Date): boolean {
  const from = missing.from === null ? endsAt : new Date(missing.from);
  return from !== null && now >= from;
}

/** The nota of a person in a course, by the rules that hold there. */
export function outcomeOf(ruled: Ruled, now: Date): Outcome {
  const rules = rulesOf(ruled);
  const { items, attendance, endsAt } = ruled;
  return settle(rules, { items, attendance, closed: isClosed(rules, endsAt, now) });
}
