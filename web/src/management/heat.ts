import type { Schemas } from '../api/client.ts';

type Region = Schemas['StaffEdition']['regions'][number];
type Counts = Pick<Region, 'enrolled' | 'active' | 'completed'>;

/** All regions together. */
export const totalOf = (regions: readonly Counts[]): Counts =>
  regions.reduce(
    (sum, { enrolled, active, completed }) => ({
      enrolled: sum.enrolled + enrolled,
      active: sum.active + active,
      completed: sum.completed + completed,
    }),
    { enrolled: 0, active: 0, completed: 0 },
  );

/** The step of the ramp, from 0 (nobody enrolled) to 5 (all have passed). */
export function heatOf({ enrolled, completed }: Counts): number {
  if (enrolled === 0) return 0;
  return completed >= enrolled ? 5 : 1 + Math.floor((completed * 4) / enrolled);
}
