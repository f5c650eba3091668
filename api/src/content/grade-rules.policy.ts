import type { GradeRules, RuleCategory } from './grade-rules.schema.ts';

export type RuledUnit = { unit: string; title: string; weight: number };

/** Weights by themselves: one category, nothing dropped, nothing required, nothing added. */
export const defaultRules = (units: readonly RuledUnit[]): GradeRules => ({
  scale: { kind: 'nota', of: 100, demand: 60 },
  ...{ min: 10, rounding: 'half_up' },
  categories: [
    {
      ...{ key: 'evaluaciones', title: 'Evaluaciones', weight: 100, drop: 0, best: null },
      items: units.map(({ unit, weight }) => ({ unit, weight })),
    },
  ],
  ...{ extra: [], requirements: [], attendance: null },
  missing: { as: 'pending', from: null },
  appeals: { ask: 7, answer: 5, second: 5, settle: 10 },
});

/** How many items of a category count once all have a nota. */
export const countedOf = ({ items, drop, best }: Pick<RuleCategory, 'items' | 'drop' | 'best'>): number =>
  best ?? weighing(items).length - drop;

export const weighing = (items: RuleCategory['items']) => items.filter(({ weight }) => weight > 0);

/** What is wrong with these rules for a course of these units; sentences in Spanish, none when they hold. */
export function problemsOf(rules: GradeRules, units: readonly Pick<RuledUnit, 'unit' | 'title'>[]): string[] {
  return [
    ...weightProblems(rules),
    ...rules.categories.flatMap(categoryProblems),
    ...unitProblems(rules, units),
    ...requirementProblems(rules),
  ];
}

function weightProblems({ categories }: GradeRules): string[] {
  const sum = categories.reduce((total, { weight }) => total + weight, 0);
  const keys = categories.map(({ key }) => key);
  return [
    ...(sum === 100 ? [] : [`Los pesos de las categorías suman ${sum}; deben sumar 100.`]),
    ...(new Set(keys).size === keys.length ? [] : ['Dos categorías tienen la misma clave.']),
  ];
}

function categoryProblems(category: RuleCategory): string[] {
  const { title, items, drop, best } = category;
  const counting = weighing(items);
  if (counting.length === 0) return [`La categoría «${title}» no tiene nada que pese.`];
  if (drop === 0 && best === null) return [];
  // else a better nota might lower the average, by putting a heavier one in the place of what is dropped
  const alike = new Set(counting.map(({ weight }) => weight)).size === 1;
  return [
    ...(alike ? [] : [`Para descartar, las notas de «${title}» deben pesar lo mismo.`]),
    ...countProblems(category, counting.length),
  ];
}

function countProblems({ title, drop, best }: RuleCategory, having: number): string[] {
  if (drop > 0 && best !== null) return [`«${title}» descarta las peores o cuenta las mejores, no ambas cosas.`];
  if (drop >= having) return [`«${title}» descarta ${drop} y solo tiene ${having}.`];
  return best !== null && best > having ? [`«${title}» cuenta las ${best} mejores y solo tiene ${having}.`] : [];
}

function unitProblems(rules: GradeRules, units: readonly Pick<RuledUnit, 'unit' | 'title'>[]): string[] {
  const placed = [...rules.categories.flatMap(({ items }) => items), ...rules.extra].map(({ unit }) => unit);
  const known = new Set(units.map(({ unit }) => unit));
  const times = (unit: string) => placed.filter((each) => each === unit).length;
  return [
    ...[...new Set(placed)].filter((unit) => !known.has(unit)).map((unit) => `El curso no tiene la unidad «${unit}».`),
    ...units.filter(({ unit }) => times(unit) === 0).map(({ title }) => `Falta ubicar «${title}» en una categoría.`),
    ...units.filter(({ unit }) => times(unit) > 1).map(({ title }) => `«${title}» está más de una vez.`),
  ];
}

function requirementProblems({ categories, extra, requirements, attendance, min }: GradeRules): string[] {
  const items = new Set([...categories.flatMap(({ items }) => items), ...extra].map(({ unit }) => unit));
  const keys = new Set(categories.map(({ key }) => key));
  const caps = [...requirements.map(({ cap }) => cap), ...(attendance ? [attendance.cap] : [])];
  return [
    ...requirements
      .filter(({ of, key }) => !(of === 'item' ? items : keys).has(key))
      .map(({ key }) => `Se exige un mínimo en «${key}», que no está en las reglas.`),
    ...(caps.every((cap) => cap >= min) ? [] : ['Un tope no puede ser menor que la nota mínima.']),
  ];
}
