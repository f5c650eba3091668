import type { Late } from './task.entity.ts';

/** The end of the due day of the rule, or of the edition; a piece of a statement that joins `edition` and `task`. */
const byRule = `case when task.due_days is null then ends_at else least(ends_at,
    (((starts_at at time zone time_zone)::date + task.due_days + 1)::timestamp at time zone time_zone) - interval '1 minute') end`;

/** More time, for the person or their cohort. */
const extended = `(select max(closes_at) from extension
    where extension.edition_id = edition.id and extension.unit_key = task.unit_key
      and (extension.enrolment_id = enrolment.id or extension.cohort_id = enrolment.cohort_id))`;

/** By when a task is due for somebody; joins `edition`, `enrolment`, `task` and `setting`, the last one perhaps missing. */
export const dueAt = `greatest(coalesce(setting.due_at, ${byRule}), ${extended})`;

/** Until when it is taken at all. */
export const cutoffAt = `case task.late when 'refuse' then ${dueAt} else greatest(${dueAt},
    coalesce(setting.cutoff_at, least(ends_at, ${dueAt} + make_interval(days => coalesce(late_days, 10000))))) end`;

/** The task submission of somebody, alone or with their group; a piece of a statement that joins `enrolment`. */
export const ownedBy = (unit: string) => `(submission.kind = 'task' and submission.unit_key = ${unit} and (
    (submission.group_id is null and submission.enrolment_id = enrolment.id) or submission.group_id = (
      select group_id from work_group_member member
      where member.enrolment_id = enrolment.id and member.unit_key = ${unit})))`;

const minute = 60_000;
const day = 24 * 60;

/** Minutes begun between what was due and what arrived, 0 when in time. */
export const lateMinutes = (dueAt: Date, at: Date): number =>
  Math.max(0, Math.ceil((at.getTime() - dueAt.getTime()) / minute));

/** Tenths of nota that a delay costs: so many for each day begun, and never more than leaves 1,0. */
export const penaltyOf = (rule: { late: Late; penalty: number }, late: number): number =>
  rule.late === 'penalty' ? Math.min(60, Math.ceil(late / day) * rule.penalty) : 0;

/** What is left of a nota, in tenths, after its penalty. */
export const afterPenalty = (grade: number, penalty: number): number => Math.max(10, grade - penalty);

export type Window = { opensAt: Date; cutoffAt: Date };
export type Bar = 'task_not_open' | 'task_closed' | 'task_handed_in' | null;

/** Why nothing can be handed in at `at`. One that was asked for again is taken, whatever the date. */
export function barOf({ opensAt, cutoffAt }: Window, state: string | null, at: Date): Bar {
  if (state === 'submitted' || state === 'published') return 'task_handed_in';
  if (state === 'returned') return null;
  if (at < opensAt) return 'task_not_open';
  return at > cutoffAt ? 'task_closed' : null;
}
