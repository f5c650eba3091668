import { z } from 'zod';
import { AnswerKey, Drawn } from '../content/question.schema.ts';
import { statement } from '../platform/database.ts';

/** What an attempt asks with what is right, which only a sample may know. */
export const findDrawnKeys = statement(
  'find-demo-keys',
  z.object({ position: z.int(), answerKey: AnswerKey, drawn: Drawn.nullable() }),
  `select position, answer_key as "answerKey", drawn
   from attempt_question join question_version on question_version.id = question_version_id
   where attempt_id = $1 order by position`,
);

/** Lets an attempt have taken place `$2` days ago, in some twenty minutes. */
export const moveBack = `
  with moved as (
    update attempt_question set saved_at = saved_at - make_interval(days => $2),
      seconds = 40 + (position * 37 + $2 * 11) % 120
    where attempt_id = $1)
  update attempt set started_at = submitted_at - make_interval(days => $2, mins => 21),
    submitted_at = submitted_at - make_interval(days => $2)
  where id = $1`;

/** Hands a draft in, at that hour. */
export const handIn = `
  with sent as (update submission set state = 'submitted', version = 1, submitted_at = $2 where id = $1 returning id)
  insert into submission_version (submission_id, n, html, words, submitted_at, submitted_by, late_minutes, folio)
  select id, 1, $3, $4, $2, $5, 0,
    'E-' || to_char($2::timestamptz, 'YYYY') || '-' || lpad(nextval('submission_folio')::text, 6, '0')
  from sent`;
