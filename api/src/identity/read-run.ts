import { Refusal } from '../platform/refusal.ts';
import { parseRun } from './run.policy.ts';

/** The number of a RUN as someone wrote it, or the refusal beside its field. */
export function runOf(written: string): number {
  const run = parseRun(written);
  if (!run) throw new Refusal('wrong_run', { errors: [{ path: 'run', code: 'wrong_run' }] });
  return run.number;
}
