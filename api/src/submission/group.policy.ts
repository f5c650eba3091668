import { shuffle } from '../bank/shuffle.policy.ts';

export type Free = { enrolmentId: string; region: string | null };
export type Planned = { name: string; people: string[] };

/** Cuts into groups as near to `size` as can be, none bigger than another by more than one person. */
export function chunk<T>(items: readonly T[], size: number): T[][] {
  if (items.length === 0) return [];
  const groups = Math.max(1, Math.round(items.length / size));
  const from = (n: number) => Math.floor((n * items.length) / groups);
  return Array.from({ length: groups }, (_, n) => items.slice(from(n), from(n + 1)));
}

/** Names that are not taken: `Grupo 1`, `Grupo 2` and so on. */
function* namesAfter(stem: string, taken: ReadonlySet<string>) {
  for (let n = 1; ; n++) if (!taken.has(`${stem} ${n}`)) yield `${stem} ${n}`;
}

function plan(people: readonly Free[], stem: string, size: number, seed: bigint, taken: ReadonlySet<string>) {
  const names = namesAfter(stem, taken);
  const order = shuffle(seed, stem, people);
  return chunk(order, size).map((group) => ({
    ...{ name: names.next().value as string, people: group.map(({ enrolmentId }) => enrolmentId) },
  }));
}

/** At random among all: the same seed and people give the same groups. `free` comes in an order of its own. */
export const planAtRandom = (
  free: readonly Free[],
  size: number,
  seed: bigint,
  taken: ReadonlySet<string>,
): Planned[] => plan(free, 'Grupo', size, seed, taken);

/** At random within each region, so that each group is of one. */
export function planByRegion(free: readonly Free[], size: number, seed: bigint, taken: ReadonlySet<string>): Planned[] {
  const regions = [...new Set(free.map(({ region }) => region))];
  return regions.flatMap((region) =>
    plan(
      free.filter((each) => each.region === region),
      region ?? 'Sin región',
      size,
      seed,
      taken,
    ),
  );
}
