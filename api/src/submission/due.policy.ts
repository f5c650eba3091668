import type { Late } from './task.entity.ts';

/** The end of the due day of the rule, or of the edition; a piece of a statement that joins `edition` and `task`. */
const byRule = `case when task.due_days is null then ends_at else least(ends_at,
    (((starts_at at time zone time_zone)::date + task.due_days + 1)::timestamp at time zone time_zone) - interval '1 minute') end`;

/** Those who hand in together, who share the latest date that one of them has. */
const mates = `(select mate.enrolment_id from work_group_member own join work_group_member mate using (group_id)
    where own.enrolment_id = enrolment.id and own.unit_key = task.unit_key)`;

/** More time, for the person, their cohort or someone of their work group. */
const extended = `(select max(closes_at) from extension
    where extension.edition_id = edition.id and extension.unit_key = task.unit_key and withdrawn_at is null
      and (extension.enrolment_id = enrolment.id or extension.cohort_id = enrolment.cohort_id
        or extension.enrolment_id in ${mates}))`;

/** When it is due for everyone; joins `edition`, `task` and `setting`, the last one perhaps missing. */
export const commonDueAt = `coalesce(setting.due_at, ${byRule})`;

/** By when a task is due for somebody; joins `enrolment` too. */
export const dueAt = `greatest(${commonDueAt}, ${extended})`;

/** What becomes of late work. */
export const late = `coalesce(setting.late, task.late)`;

/** What each day of delay costs, in tenths of nota. */
export const penaltyPerDay = `case ${late} when 'penalty' then coalesce(setting.penalty, task.penalty) else 0 end`;

/** Until when it is taken at all, by the date by which it is due. */
export const cutoffBy = (due: string) => `case ${late} when 'refuse' then ${due} else greatest(${due},
    coalesce(setting.cutoff_at, least(ends_at, ${due} + make_interval(days => coalesce(late_days, 10000))))) end`;
export const cutoffAt = cutoffBy(dueAt);

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
