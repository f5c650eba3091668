/**
 * The units for which somebody handed something in, by themselves or in a group, be it graded or not; a piece of a
 * statement. Alone and in a group are asked apart, so that each finds its index.
 */
export const handedBy = (enrolment: string) => `
  select unit_key from attempt where attempt.enrolment_id = ${enrolment} and submitted_at is not null
  union
  select unit_key from submission
  where submission.enrolment_id = ${enrolment} and kind = 'task' and state <> 'draft'
  union
  select unit_key from work_group_member member join submission using (group_id, unit_key)
  where member.enrolment_id = ${enrolment} and state <> 'draft'`;

/** Whether this unit is among them. */
export const handed = (enrolment: string, unit: string) => `${unit} in (${handedBy(enrolment)})`;
