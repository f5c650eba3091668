/** Some people for whom a regrade does the same. Notas in tenths; `after` is what is computed, whatever somebody decided. */
export type Line = {
  cut: string | null;
  name: string | null;
  before: number | null;
  after: number | null;
  overridden: boolean;
  unfit: boolean;
  kept: boolean;
  outcome: 'waiting' | 'applied' | 'passed_by' | 'undone' | 'left';
  people: number;
};

const pass = 40;
/** Figures of fewer would speak of somebody. */
const fewest = 5;

const add = (lines: readonly Line[], counts: (line: Line) => boolean) =>
  lines.filter(counts).reduce((sum, { people }) => sum + people, 0);
const passes = (nota: number | null) => nota !== null && nota >= pass;

const basics = (lines: readonly Line[]) => ({
  people: add(lines, () => true),
  up: add(lines, ({ before, after }) => (after ?? 0) > (before ?? 0)),
  down: add(lines, ({ before, after }) => (after ?? 0) < (before ?? 0)),
  same: add(lines, ({ before, after }) => before === after),
  passes: add(lines, ({ before, after }) => passes(after) && !passes(before)),
  fails: add(lines, ({ before, after }) => passes(before) && !passes(after)),
});

/** How many change and how, and who needs a look. */
export const countsOf = (lines: readonly Line[]) => ({
  ...basics(lines),
  overridden: add(lines, ({ overridden }) => overridden),
  unfit: add(lines, ({ unfit }) => unfit),
  kept: add(lines, ({ kept }) => kept),
});

export const progressOf = (lines: readonly Line[]) => {
  const of = (outcome: Line['outcome']) => add(lines, (line) => line.outcome === outcome);
  return {
    ...{ waiting: of('waiting'), applied: of('applied'), passedBy: of('passed_by'), undone: of('undone') },
    left: of('left'),
  };
};

/** By region, in the order of the lines; those of fewer than five people are not told apart. */
export function regionsOf(lines: readonly Line[]) {
  const cuts = [...new Set(lines.map(({ cut }) => cut))];
  return cuts
    .map((cut) => {
      const own = lines.filter((line) => line.cut === cut);
      return { cut, name: own[0]?.name ?? null, ...basics(own) };
    })
    .filter(({ people }) => people >= fewest);
}
