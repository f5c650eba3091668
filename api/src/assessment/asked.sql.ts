import { z } from 'zod';
import { AnswerKey, Drawn, type QuestionBody, QuestionResponse } from '../content/question.schema.ts';

/** Checked whole when it was loaded, and once more as part of the answer. */
const Body = z.custom<QuestionBody>((body) => typeof body === 'object');

/** A question of an attempt as it was frozen, with its answer and its key. */
export const Asked = z.object({
  position: z.int(),
  section: z.string().nullable(),
  points: z.int().nullable(),
  maxPoints: z.int(),
  body: Body,
  answerKey: AnswerKey,
  mended: z.object({ body: Body, answerKey: AnswerKey }).nullable(),
  treatment: z.enum(['full', 'dropped']).nullable(),
  order: z.array(z.string()),
  drawn: Drawn.nullable(),
  response: QuestionResponse.nullable(),
});
export type Asked = z.infer<typeof Asked>;

/** Those of the `attempt` of a statement, in the shape of `Asked`. */
export const asked = `
  (select json_agg(json_build_object(
     'position', position, 'section', section, 'points', question.points, 'maxPoints', question.max_points,
     'body', version.body, 'answerKey', version.answer_key, 'treatment', treatment,
     'mended', case when mended.id is not null then json_build_object('body', mended.body, 'answerKey', mended.answer_key) end,
     'order', option_order, 'drawn', drawn, 'response', response) order by position)
   from attempt_question question
   join question_version version on version.id = question_version_id
   left join question_version mended on mended.id = scored_with
   where attempt_id = attempt.id)`;
