import { type Draft, fieldOf, sumOf, terms, voluntary } from './rules-draft.ts';
import { words } from './rules-words.ts';
import { tenthsOf } from './tenths.ts';

const { wrong } = words;
const { category: ofCategory, item: ofItem } = fieldOf;

export type Faults = Record<string, string>;
type Check = [name: string, holds: boolean, sentence: string];

const isWhole = (text: string | undefined, low: number, high: number) =>
  /^\d{1,4}$/.test(text ?? '') && Number(text) >= low && Number(text) <= high;
const isNota = (text: string | undefined) => !text || tenthsOf(text) !== null;

/** What is wrong with a draft, by the field where it is told. */
export function faultsOf(draft: Draft): Faults {
  const checks = [
    ...draft.categories.flatMap((key) => categoryChecks(draft, key)),
    ...draft.units.flatMap((unit) => itemChecks(draft, unit)),
    ...wholeChecks(draft),
  ];
  return Object.fromEntries(
    checks
      .toReversed()
      .filter(([, holds]) => !holds)
      .map(([name, , sentence]) => [name, sentence]),
  );
}

function categoryChecks({ categories, units, values }: Draft, key: string): Check[] {
  const at = (what: Parameters<typeof ofCategory>[1]) => ofCategory(key, what);
  const within = units.filter((unit) => values[ofItem(unit, 'place')] === key);
  const weights = within.map((unit) => Number(values[ofItem(unit, 'weight')])).filter((weight) => weight > 0);
  const counts = values[at('counts')];
  const most = counts === 'drop' ? weights.length - 1 : weights.length;
  const titles = categories.map((each) => values[ofCategory(each, 'title')]);
  return [
    [at('title'), Boolean(values[at('title')]), wrong.title],
    [at('title'), titles.filter((title) => title === values[at('title')]).length < 2, wrong.twice],
    [at('weight'), isWhole(values[at('weight')], 1, 100), wrong.weight],
    [at('title'), weights.length > 0, wrong.empty],
    [at('counts'), counts === 'all' || new Set(weights).size < 2, wrong.alike],
    [at('n'), counts === 'all' || isWhole(values[at('n')], 1, most), wrong.n(most)],
    [at('least'), isNota(values[at('least')]), wrong.nota],
  ];
}

function itemChecks({ values }: Draft, unit: string): Check[] {
  const at = (what: Parameters<typeof ofItem>[1]) => ofItem(unit, what);
  const place = values[at('place')];
  return [
    [at('place'), Boolean(place), wrong.place],
    [
      at('weight'),
      place === voluntary ? isWhole(values[at('weight')], 1, 20) : isWhole(values[at('weight')], 0, 1000),
      place === voluntary ? wrong.upTo : wrong.within,
    ],
    [at('least'), isNota(values[at('least')]), wrong.nota],
  ];
}

function wholeChecks(draft: Draft): Check[] {
  const { values } = draft;
  return [
    ['sum', sumOf(draft) === 100, wrong.sum(sumOf(draft))],
    ['attendance', !values['attendance'] || isWhole(values['attendance'], 1, 100), wrong.attendance],
    ['from', values['missing'] !== 'date' || /^\d{4}-\d\d-\d\d$/.test(values['from'] ?? ''), wrong.from],
    ['of', isWhole(values['of'], 1, 1000), wrong.of],
    ['demand', isWhole(values['demand'], 1, 99), wrong.demand],
    ...terms.map((name): Check => [name, isWhole(values[name], 1, 60), wrong.days]),
  ];
}
