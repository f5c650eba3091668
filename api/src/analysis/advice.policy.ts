import type { Tally } from './marks.policy.ts';

/** What is known of a question, as shares from 0 to 1. */
export type ItemFacts = {
  kind: string;
  people: number;
  upperPeople: number;
  lowerPeople: number;
  /** The mean share of its points: how easy it is. */
  difficulty: number;
  /** Correlation with the rest of the test; null where it cannot be told. */
  discrimination: number | null;
  blank: number;
  seconds: number | null;
  options: readonly Tally[];
  regions: readonly { name: string; people: number; difficulty: number; rest: number | null }[];
  rest: number | null;
};

export const states = ['good', 'look', 'review', 'few'] as const;
export const headlines = [
  ...(['few', 'nobody', 'everyone', 'backwards', 'check_key', 'hard', 'weak', 'easy', 'best', 'demanding'] as const),
  'good',
] as const;
export const hintCodes = [
  ...(['check_key', 'split', 'idle', 'rare', 'attracts', 'backwards', 'hard', 'weak', 'blank', 'slow'] as const),
  'region',
] as const;
export type Hint = { code: (typeof hintCodes)[number]; options: string[]; region: string | null; value: number | null };
type State = (typeof states)[number];
type Headline = (typeof headlines)[number];

/** With fewer people nothing is said of a question; with fewer than `sound`, nothing of its options or regions. */
const fewest = 10;
const sound = 20;
/** A question of use lies between these, and discriminates so much at least (Ebel, R. L. and Frisbie, D. A. (1991)). */
export const useful = { hardest: 0.3, easiest: 0.9, discrimination: 0.2 } as const;
/** Below this share of people a distractor does not work (Haladyna, T. M. and Downing, S. M. (1993)). */
const works = 0.05;

const letterOf = ({ label, html }: Tally) => label ?? html;
const isChoice = ({ kind }: ItemFacts) => kind === 'single' || kind === 'multiple' || kind === 'true_false';

/** The distractor that those of the highest totals mark more than the key, where exactly one option is right. */
function betterThanKey({ kind, options, people }: ItemFacts): Tally | undefined {
  if (kind === 'multiple' || people < fewest) return undefined;
  const key = options.find((option) => option.key);
  const others = options.filter((option) => !option.key).toSorted((a, b) => b.upper - a.upper);
  return key && others[0] && others[0].upper > key.upper ? others[0] : undefined;
}

const isBackwards = ({ discrimination: r }: ItemFacts) => r !== null && r < 0;
const isWeak = ({ discrimination: r }: ItemFacts) => r !== null && r >= 0 && r < useful.discrimination;

/** What hinders a question, the worst first; null when nothing does. */
function fault(item: ItemFacts): [State, Headline] | null {
  if (item.people < fewest) return ['few', 'few'];
  if (item.difficulty === 0) return ['review', 'nobody'];
  if (isBackwards(item)) return ['review', 'backwards'];
  if (isChoice(item) && betterThanKey(item)) return ['review', 'check_key'];
  return isWeak(item) ? weakness(item.difficulty) : null;
}

function weakness(difficulty: number): [State, Headline] {
  if (difficulty < useful.hardest) return ['look', 'hard'];
  return difficulty >= useful.easiest ? ['good', 'easy'] : ['look', 'weak'];
}

/** The state of a question and what to do about it, in one line. `best` is the highest discrimination of them all. */
export function verdictOf(item: ItemFacts, best: number): { state: State; headline: Headline } {
  const [state, headline] = fault(item) ?? (['good', praise(item, best)] as const);
  return { state, headline };
}

function praise({ difficulty, discrimination }: ItemFacts, best: number): Headline {
  if (difficulty === 1) return 'everyone';
  if (discrimination === best) return 'best';
  return difficulty < 0.5 ? 'demanding' : 'good';
}

const hint = (code: Hint['code'], more: Partial<Hint> = {}): Hint => ({
  ...{ code, options: [], region: null, value: null },
  ...more,
});

/** All that can be said of a question, what matters most first. `usual` is the median of seconds over the questions. */
export function hintsOf(item: ItemFacts, usual: number | null): Hint[] {
  if (item.people < fewest) return [];
  return [...(isChoice(item) ? ofOptions(item) : []), ...ofFigures(item), ...ofTime(item, usual), ...ofRegions(item)];
}

function ofOptions(item: ItemFacts): Hint[] {
  const { people, upperPeople, options, kind } = item;
  if (people < sound) return [];
  const suspect = betterThanKey(item);
  const distractors = options.filter((option) => !option.key);
  const key = options.find((option) => option.key);
  const rival = distractors.toSorted((a, b) => b.upper - a.upper)[0];
  const shareOf = (option: Tally) => option.upper / Math.max(1, upperPeople);
  const divides = kind === 'single' && key && rival && shareOf(key) >= 0.25 && shareOf(rival) >= 0.25;
  const attracts = distractors.filter((option) => option !== suspect && pulls(option, item));
  return [
    ...(suspect ? [hint('check_key', { options: [letterOf(suspect)], value: shareOf(suspect) })] : []),
    ...(divides ? [hint('split', { options: [letterOf(key), letterOf(rival)] })] : []),
    ...attracts.map((option) => hint('attracts', { options: [letterOf(option)], value: shareOf(option) })),
    ...idleOf(item, distractors),
  ];
}

/** Whether the best mark a distractor clearly more than the weakest: by a tenth of their group at least. */
const pulls = ({ upper, lower }: Tally, { upperPeople, lowerPeople }: ItemFacts) =>
  upper / Math.max(1, upperPeople) - lower / Math.max(1, lowerPeople) >= 0.1;

function idleOf({ people, kind }: ItemFacts, distractors: readonly Tally[]): Hint[] {
  if (kind === 'true_false') return [];
  const idle = distractors.filter((option) => option.people === 0);
  const rare = distractors.filter((option) => option.people > 0 && option.people / people < works);
  return [
    ...(idle.length ? [hint('idle', { options: idle.map(letterOf) })] : []),
    ...(rare.length ? [hint('rare', { options: rare.map(letterOf) })] : []),
  ];
}

function ofFigures(item: ItemFacts): Hint[] {
  const { difficulty, discrimination, blank, people } = item;
  return [
    ...(isBackwards(item) ? [hint('backwards', { value: discrimination })] : []),
    ...(difficulty < useful.hardest ? [hint('hard', { value: difficulty })] : []),
    ...(isWeak(item) && difficulty < useful.easiest ? [hint('weak')] : []),
    ...(blank / people >= 0.15 ? [hint('blank', { value: blank / people })] : []),
  ];
}

const ofTime = ({ seconds }: ItemFacts, usual: number | null): Hint[] =>
  seconds !== null && usual !== null && usual >= 10 && seconds > 2.5 * usual ? [hint('slow', { value: seconds })] : [];

/**
 * Regions whose people do worse here than the rest of their test foretells, by 15 hundredths or more: a sign of
 * differential functioning, to be read and not a proof (after Dorans, N. J. and Kulick, E. (1986), who standardise by
 * total; here by the mean of the rest).
 */
const ofRegions = ({ regions, difficulty, rest }: ItemFacts): Hint[] =>
  regions.flatMap((region) => {
    if (region.people < sound || region.rest === null || rest === null) return [];
    const behind = region.difficulty - difficulty - (region.rest - rest);
    return behind <= -0.15 ? [hint('region', { region: region.name, value: region.difficulty })] : [];
  });

/** What the evaluation as a whole is worth (Nunnally, J. C. (1978): 0,70 serves to tell people apart). */
export function worthOf(alpha: number | null, people: number): 'few' | 'unknown' | 'good' | 'fair' | 'poor' {
  if (people < fewest) return 'few';
  if (alpha === null) return 'unknown';
  if (alpha >= 0.7) return 'good';
  return alpha >= 0.5 ? 'fair' : 'poor';
}
