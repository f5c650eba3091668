import { rising, type RubricCriterion } from './criterion.tsx';
import type { Given, Item, MarkKeeper } from './mark-keeper.ts';

const groupOf = (id: string) => document.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(id)}"]`);

/** What a digit stands for: so many points where a level or the criterion has them, else the level so far from the lowest. */
export function digitIn({ levels, maxPoints }: RubricCriterion, digit: number): Pick<Given, 'level' | 'points'> | null {
  const points = digit * 1000;
  if (!levels) return points <= maxPoints ? { level: null, points } : null;
  const order = rising(levels);
  const found = order.find((level) => level.points === points) ?? order[digit];
  return found ? { level: found.at, points: found.points } : null;
}

const focusedOne = () => document.activeElement?.closest<HTMLElement>('[data-criterion]')?.dataset['criterion'];
const firstOpen = (given: readonly Given[]) => (given.find(({ points }) => points === null) ?? given[0])?.id;
function focusOn(id: string): void {
  const group = groupOf(id);
  const target = group?.querySelector<HTMLElement>('input:checked') ?? group?.querySelector<HTMLElement>('input');
  target?.focus();
}

/** Gives the focused criterion, or else the first without points, its level, and goes on to the next one. */
export function giveLevel({ rubric: { criteria } }: Item, keeper: MarkKeeper, digit: number): void {
  const { content } = keeper.snapshot();
  const at = criteria.findIndex(({ id }) => id === (focusedOne() ?? firstOpen(content.criteria)));
  const criterion = criteria[at];
  const given = criterion && digitIn(criterion, digit);
  if (!given) return;
  keeper.change({
    criteria: content.criteria.map((each) => (each.id === criterion.id ? { ...each, ...given } : each)),
  });
  focusOn((criteria[at + 1] ?? criterion).id);
}
