import type { Ratio } from '../assessment/nota.policy.ts';
import type { GradeRules } from '../content/grade-rules.schema.ts';
import { explainAverage, write } from './explanation.policy.ts';
import { type CategoryOutcome, type Outcome } from './grade.policy.ts';
import { capSentence, sentencesOf, type Titles } from './rules-words.policy.ts';
import { told } from './scale.policy.ts';

export type CourseExplanation = {
  /** Each rule in a sentence. */
  rules: string[];
  categories: (Omit<CategoryOutcome, 'exact' | 'items'> & {
    items: (CategoryOutcome['items'][number] & { title: string })[];
    lines: string[];
  })[];
  /** The average of the categories, the last line its exact value. */
  lines: string[];
  bonus: { unit: string; title: string; grade: number; upTo: number; adds: string }[];
  /** With what extra credit adds, before rounding. */
  total: string | null;
  unlimited: number | null;
  caps: string[];
  /** The result in the scale of the course. */
  told: string | null;
};

const written = (ratio: Ratio): string => {
  const { text, isExact } = write(ratio, 10n, 1, 4);
  return isExact ? text : `${text}…`;
};

/** Every step from the notas of a course to its own. */
export function explainCourse(
  rules: GradeRules,
  outcome: Outcome,
  titles: Titles,
  passGrade: number,
): CourseExplanation {
  const titleOf = (unit: string) => titles.get(unit) ?? unit;
  const named = new Map([...titles, ...rules.categories.map(({ key, title }) => [key, title] as const)]);
  const shown = outcome.grade ?? outcome.provisional;
  return {
    rules: sentencesOf(rules, titles),
    categories: outcome.categories.map(({ key, title, weight, grade, items }) => ({
      ...{ key, title, weight, grade },
      items: items.map((item) => ({ ...item, title: titleOf(item.unit) })),
      lines: explainAverage(items.filter(({ counts }) => counts)),
    })),
    lines: averageLines(outcome),
    bonus: outcome.bonus.map(({ adds, ...bonus }) => ({ ...bonus, title: titleOf(bonus.unit), adds: written(adds) })),
    total: outcome.total && written(outcome.total),
    unlimited: outcome.unlimited,
    caps: outcome.caps.map((cap) => capSentence(cap, named)),
    told: shown === null ? null : told(shown, rules, passGrade),
  };
}

/** Of one category alone its own average says it all. */
function averageLines({ categories }: Outcome): string[] {
  const [first] = categories;
  return categories.length === 1 && first
    ? explainAverage(first.items.filter(({ counts }) => counts))
    : explainAverage(categories);
}
