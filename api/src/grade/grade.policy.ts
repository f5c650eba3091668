import { type Ratio, rounded } from '../assessment/nota.policy.ts';
import { countedOf, weighing } from '../content/grade-rules.policy.ts';
import type { GradeRules, RuleCategory, RuleRequirement } from '../content/grade-rules.schema.ts';

/** One nota of several, in tenths, null while it is pending. Weights are whole numbers; what weighs nothing changes nothing. */
export type Weighed = { weight: number; grade: number | null };
export type Average = {
  /** Tenths; null while anything that weighs is pending. */
  grade: number | null;
  /** Tenths, over what is graded so far; null before the first. */
  provisional: number | null;
};

/** What is known of a person's items: the published nota, and whether something was handed in and waits. */
export type Fact = { unit: string; grade: number | null; handed: boolean };
export type Facts = {
  items: readonly Fact[];
  /** Percent; null while it is not recorded. */
  attendance: number | null;
  /** Whether the moment has come from which what was not handed in may count as the lowest nota. */
  closed: boolean;
};

export type ItemOutcome = {
  unit: string;
  weight: number;
  grade: number | null;
  /** The lowest nota, for want of anything handed in. */
  missing: boolean;
  /** Whether it makes part of the average; null while it has no nota. */
  counts: boolean | null;
};
export type CategoryOutcome = {
  key: string;
  title: string;
  weight: number;
  items: ItemOutcome[];
  /** Before rounding and as printed, over what has a nota. */
  exact: Ratio | null;
  grade: number | null;
};
/** A limit that the nota of the course met: a requirement missed, or too little attendance. */
export type Cap = { by: 'item' | 'category' | 'attendance'; key: string; least: number; had: number; cap: number };
export type Outcome = Average & {
  categories: CategoryOutcome[];
  /** What extra credit adds, in tenths and exact. */
  bonus: { unit: string; grade: number; upTo: number; adds: Ratio }[];
  /** The average of the categories, and with what extra credit adds. */
  average: Ratio | null;
  total: Ratio | null;
  /** Rounded, before any limit. */
  unlimited: number | null;
  caps: Cap[];
};

/** The items that count and have a nota. */
export const graded = (items: readonly Weighed[]) =>
  items.flatMap(({ weight, grade }) => (weight > 0 && grade !== null ? [{ weight, grade }] : []));

/** The weighted average of what is graded, in tenths and exact; null before the first nota. */
export function exactAverage(items: readonly Weighed[]): Ratio | null {
  let [over, under] = [0n, 0n];
  for (const { weight, grade } of graded(items)) {
    over += BigInt(weight) * BigInt(grade);
    under += BigInt(weight);
  }
  return under > 0n ? { over, under } : null;
}

/** The nota of a diplomado by the weights of its courses, from their notas as printed, rounded once, half up. */
export function programmeGrade(courses: readonly Weighed[]): Average {
  const exact = exactAverage(courses);
  const provisional = exact && rounded(exact);
  const pending = courses.some(({ weight, grade }) => weight > 0 && grade === null);
  return { grade: pending ? null : provisional, provisional };
}

/**
 * The nota of a course by its rules, step by step. Each average is of notas as printed; each is rounded once. The order of
 * categories, items and facts changes nothing.
 */
export function settle(rules: GradeRules, facts: Facts): Outcome {
  const known = new Map(facts.items.map((fact) => [fact.unit, fact]));
  const categories = rules.categories.map((category) => settleCategory(category, rules, known, facts.closed));
  const bonus = rules.extra.flatMap(({ unit, upTo }) => bonusOf(unit, upTo, known.get(unit)?.grade ?? null, rules));
  const average = averageOf(categories);
  const total = average && bonus.reduce((sum, { adds }) => plus(sum, adds), average);
  const unlimited = total && within(roundBy(rules, total), rules);
  const caps = capsOf(rules, categories, facts);
  const provisional = unlimited === null ? null : Math.min(unlimited, ...caps.map(({ cap }) => cap));
  const grade = isPending(rules, categories, facts) ? null : provisional;
  return { categories, bonus, average, total, unlimited, caps, provisional, grade };
}

/** Of one category alone its own average, which so is rounded once; of several, of their notas as printed. */
const averageOf = (categories: readonly CategoryOutcome[]): Ratio | null =>
  categories.length === 1 ? (categories[0]?.exact ?? null) : exactAverage(categories);

const plus = (a: Ratio, b: Ratio): Ratio => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });

/** To whole tenths, by the rule. */
export const roundBy = ({ rounding }: Pick<GradeRules, 'rounding'>, ratio: Ratio): number =>
  rounding === 'half_up' ? rounded(ratio) : Number(ratio.over / ratio.under);

const within = (grade: number, { min }: GradeRules) => Math.max(min, Math.min(70, grade));

function settleCategory(
  category: RuleCategory,
  rules: GradeRules,
  known: ReadonlyMap<string, Fact>,
  closed: boolean,
): CategoryOutcome {
  const { key, title, weight } = category;
  const items = category.items.map((item) => ({ ...item, ...valueOf(known.get(item.unit), rules, closed) }));
  const kept = keptOf(category, items);
  const exact = exactAverage(items.filter(({ unit }) => kept.has(unit)));
  return {
    ...{ key, title, weight, exact, grade: exact && within(roundBy(rules, exact), rules) },
    items: items.map((item) => ({ ...item, counts: item.grade === null ? null : kept.has(item.unit) })),
  };
}

/** A published nota, else the lowest one where the rule says so and its moment has come. */
function valueOf(fact: Fact | undefined, { missing, min }: GradeRules, closed: boolean) {
  const grade = fact?.grade ?? null;
  const absent = grade === null && missing.as === 'minimum' && closed && !fact?.handed;
  return absent ? { grade: min, missing: true } : { grade, missing: false };
}

/** The units that make the average: the best ones, as many as count. Ties are between equals, so that order says nothing. */
function keptOf(category: RuleCategory, items: readonly (Weighed & { unit: string })[]): ReadonlySet<string> {
  const having = items.filter(({ weight, grade }) => weight > 0 && grade !== null);
  const best = having.toSorted((a, b) => (b.grade ?? 0) - (a.grade ?? 0) || (a.unit < b.unit ? -1 : 1));
  return new Set(best.slice(0, countedOf(category)).map(({ unit }) => unit));
}

function bonusOf(unit: string, upTo: number, grade: number | null, { min }: GradeRules) {
  if (grade === null) return [];
  const adds = { over: BigInt(upTo) * BigInt(Math.max(0, grade - min)), under: BigInt(70 - min) };
  return [{ unit, grade, upTo, adds }];
}

/** Published notas that a requirement speaks of. */
function had({ of, key }: RuleRequirement, categories: readonly CategoryOutcome[], facts: Facts): number | null {
  if (of === 'category') return categories.find((category) => category.key === key)?.grade ?? null;
  const item = categories.flatMap(({ items }) => items).find(({ unit }) => unit === key);
  return item ? item.grade : (facts.items.find(({ unit }) => unit === key)?.grade ?? null);
}

function capsOf({ requirements, attendance }: GradeRules, categories: readonly CategoryOutcome[], facts: Facts): Cap[] {
  const missed = requirements.flatMap((requirement): Cap[] => {
    const { of: by, key, least, cap } = requirement;
    const nota = had(requirement, categories, facts);
    return nota !== null && nota < least ? [{ by, key, least, had: nota, cap }] : [];
  });
  const { attendance: present } = facts;
  if (!attendance || present === null || present >= attendance.least) return missed;
  return [
    ...missed,
    { by: 'attendance', key: 'attendance', least: attendance.least, had: present, cap: attendance.cap },
  ];
}

/** Whether anything that weighs or is required has no nota yet. */
function isPending(rules: GradeRules, categories: readonly CategoryOutcome[], facts: Facts): boolean {
  const waits = categories.some(({ items }) => items.some(({ weight, grade }) => weight > 0 && grade === null));
  const unknown = rules.requirements.some((requirement) => had(requirement, categories, facts) === null);
  return waits || unknown || (rules.attendance !== null && facts.attendance === null);
}

/** What an item weighs in the course, in thousandths of a percent: its part of its category's. What is dropped is not foreseen. */
export function shareOf(rules: GradeRules, unit: string): number {
  for (const { weight, items } of rules.categories) {
    const item = items.find((each) => each.unit === unit);
    const sum = weighing(items).reduce((total, each) => total + each.weight, 0);
    if (item && sum > 0) return Math.round((weight * item.weight * 1000) / sum);
  }
  return 0;
}

/** Whether a course is complete: each required lesson read, and the passing nota reached. Notas in tenths. */
export const isComplete = (course: {
  requiredLessons: number;
  doneLessons: number;
  grade: number | null;
  passGrade: number;
}): boolean =>
  course.doneLessons >= course.requiredLessons && course.grade !== null && course.grade >= course.passGrade;

/** `5,1`, of tenths. */
export const formatGrade = (tenths: number) => `${Math.floor(tenths / 10)},${tenths % 10}`;
