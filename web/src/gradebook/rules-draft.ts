import type { Scheme } from './schemas.ts';
import { tenthsOf } from './tenths.ts';

type Rules = Scheme['rules'];
type Values = Record<string, string>;

/** Rules as a form holds them: what is written in each field, by its name. */
export type Draft = { categories: string[]; units: string[]; values: Values };

/** Where an item stands that belongs to no category: it adds to the average. */
export const voluntary = '+';
/** To what the nota of the course is held where somebody does not reach what is required. */
const cap = '3,9';

export const fieldOf = {
  category: (key: string, what: 'title' | 'weight' | 'counts' | 'n' | 'least' | 'cap') => `category.${key}.${what}`,
  item: (unit: string, what: 'place' | 'weight' | 'least' | 'cap') => `item.${unit}.${what}`,
};
const { category: ofCategory, item: ofItem } = fieldOf;
const whole = ['min', 'rounding', 'missing', 'from', 'scale', 'of', 'demand', 'attendance', 'attendanceCap'] as const;
export const terms = ['ask', 'answer', 'second', 'settle'] as const;

export const nota = (tenths: number) => `${Math.floor(tenths / 10)},${tenths % 10}`;

export function draftOf({ rules, units }: Pick<Scheme, 'rules' | 'units'>): Draft {
  const categories = rules.categories.map(({ key }) => key);
  const parts = [
    ...rules.categories.map((category) => categoryValues(rules, category)),
    ...units.map(({ unit }) => itemValues(rules, unit)),
  ];
  const values: Values = Object.assign({}, wholeValues(rules), ...parts) as Values;
  return { categories, units: units.map(({ unit }) => unit), values };
}

/** Values by the names of their fields, all of which begin alike. */
const under = (start: string, values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([what, text]) => [`${start}.${what}`, text]));

function requirementOf({ requirements }: Rules, of: 'item' | 'category', key: string) {
  const found = requirements.find((each) => each.of === of && each.key === key);
  return found ? { least: nota(found.least), cap: nota(found.cap) } : { least: '', cap };
}

function categoryValues(rules: Rules, { key, title, weight, drop, best }: Rules['categories'][number]): Values {
  const counts = drop > 0 ? 'drop' : best === null ? 'all' : 'best';
  const n = String(drop > 0 ? drop : (best ?? 1));
  const values = { title, weight: String(weight), counts, n, ...requirementOf(rules, 'category', key) };
  return under(`category.${key}`, values);
}

function itemValues(rules: Rules, unit: string): Values {
  return under(`item.${unit}`, { ...placeOf(rules, unit), ...requirementOf(rules, 'item', unit) });
}

function placeOf({ categories, extra }: Rules, unit: string) {
  for (const { key, items } of categories)
    for (const item of items) if (item.unit === unit) return { place: key, weight: String(item.weight) };
  const bonus = extra.find((each) => each.unit === unit);
  return bonus ? { place: voluntary, weight: String(bonus.upTo) } : { place: '', weight: '1' };
}

function wholeValues({ min, rounding, missing, scale, attendance, appeals }: Rules): Values {
  const { ask, answer, second, settle } = appeals;
  return {
    ...{ min: String(min), rounding, from: missing.from?.slice(0, 10) ?? '' },
    missing: missing.as === 'pending' ? 'pending' : missing.from ? 'date' : 'end',
    ...{ scale: scale.kind, of: String(scale.of), demand: String(scale.demand) },
    attendance: String(attendance?.least ?? ''),
    attendanceCap: attendance ? nota(attendance.cap) : cap,
    ...{ ask: String(ask), answer: String(answer), second: String(second), settle: String(settle) },
  };
}

/** What a form sent. */
export function draftFrom(text: (name: string) => string): Draft {
  const list = (name: string) => text(name).split(' ').filter(Boolean);
  const [categories, units] = [list('categories'), list('units')];
  const names = [
    ...categories.flatMap((key) =>
      (['title', 'weight', 'counts', 'n', 'least', 'cap'] as const).map((what) => ofCategory(key, what)),
    ),
    ...units.flatMap((unit) => (['place', 'weight', 'least', 'cap'] as const).map((what) => ofItem(unit, what))),
    ...[...whole, ...terms],
  ];
  return { categories, units, values: Object.fromEntries(names.map((name) => [name, text(name).trim()])) };
}

/** A draft as one text, the same for all drafts that say the same. */
export const spelled = ({ categories, units, values }: Draft): string =>
  JSON.stringify([
    categories,
    units,
    Object.entries(values)
      .map(([name, text]) => `${name}=${text.trim()}`)
      .sort(),
  ]);

/** Another category, empty. */
export function withCategory(draft: Draft): Draft {
  let n = draft.categories.length + 1;
  while (draft.categories.includes(`categoria-${n}`)) n += 1;
  const key = `categoria-${n}`;
  const left = 100 - sumOf(draft);
  const values = { title: '', weight: left > 0 ? String(left) : '', counts: 'all', n: '1', least: '', cap };
  return {
    ...draft,
    categories: [...draft.categories, key],
    values: { ...draft.values, ...under(`category.${key}`, values) },
  };
}

/** Without a category; what stood in it goes to the first of the others. */
export function withoutCategory(draft: Draft, key: string): Draft {
  const categories = draft.categories.filter((each) => each !== key);
  const moved: [string, string][] = draft.units
    .map((unit) => ofItem(unit, 'place'))
    .filter((place) => draft.values[place] === key)
    .map((place) => [place, categories[0] ?? '']);
  const kept = Object.entries(draft.values).filter(([name]) => !name.startsWith(`category.${key}.`));
  return { ...draft, categories, values: { ...Object.fromEntries(kept), ...Object.fromEntries(moved) } };
}

/** What the weights of the categories add up to. */
export const sumOf = ({ categories, values }: Draft): number =>
  categories.reduce((sum, key) => sum + (Number(values[ofCategory(key, 'weight')]) || 0), 0);

/** The rules that a draft says, once no fault was found in it. */
export function rulesOf({ categories, units, values }: Draft): Rules {
  const [text, number] = [(name: string) => values[name] ?? '', (name: string) => Number(values[name])];
  const standing = (place: string) =>
    units.flatMap((unit) =>
      text(ofItem(unit, 'place')) === place ? [{ unit, weight: number(ofItem(unit, 'weight')) }] : [],
    );
  const requirements = [
    ...categories.map((key) => ({ of: 'category' as const, key, at: `category.${key}` })),
    ...units.map((unit) => ({ of: 'item' as const, key: unit, at: `item.${unit}` })),
  ].flatMap(({ of, key, at }) => {
    const least = tenthsOf(text(`${at}.least`));
    return least === null ? [] : [{ of, key, least, cap: tenthsOf(text(`${at}.cap`)) ?? 39 }];
  });
  return {
    scale: { kind: text('scale') as Rules['scale']['kind'], of: number('of'), demand: number('demand') },
    min: text('min') === '20' ? 20 : 10,
    rounding: text('rounding') === 'down' ? 'down' : 'half_up',
    categories: categories.map((key) => {
      const [counts, n] = [text(ofCategory(key, 'counts')), number(ofCategory(key, 'n'))];
      return {
        ...{ key, title: text(ofCategory(key, 'title')), weight: number(ofCategory(key, 'weight')) },
        ...{ items: standing(key), drop: counts === 'drop' ? n : 0, best: counts === 'best' ? n : null },
      };
    }),
    extra: standing(voluntary).map(({ unit, weight }) => ({ unit, upTo: weight })),
    requirements,
    attendance: text('attendance') ? { least: number('attendance'), cap: tenthsOf(text('attendanceCap')) ?? 39 } : null,
    missing: missingIn(text('missing'), text('from')),
    appeals: { ask: number('ask'), answer: number('answer'), second: number('second'), settle: number('settle') },
  };
}

/** A day begins in Chile some hours after it begins in UTC; six make it that day in all its zones. */
const missingIn = (missing: string, from: string): Rules['missing'] =>
  missing === 'pending'
    ? { as: 'pending', from: null }
    : { as: 'minimum', from: missing === 'date' ? `${from}T06:00:00.000Z` : null };
