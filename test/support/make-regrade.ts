import { GradingService } from '../../api/src/assessment/grading.service.ts';
import { QuestionVersion } from '../../api/src/bank/question.entity.ts';
import type { Edition } from '../../api/src/catalogue/edition.entity.ts';
import type { AnswerKey } from '../../api/src/content/question.schema.ts';
import { newId } from '../../api/src/platform/id.ts';
import { app, as, db, eventually, type Visitor } from './app.ts';
import { type Given, someoneWho } from './make-answers.ts';
import { aCourse, anEdition, type TinyCourse } from './make-course.ts';

/** The question of a kind in the evaluation of a tiny course, and another version of it with another key. */
export async function mend(course: TinyCourse, key: Partial<AnswerKey>, kind = 'single') {
  const { rows } = await db.run(
    `select version.* from question_version version
     join evaluation_question on question_version_id = version.id where version_id = $1 and kind = $2`,
    [course.versionId, kind],
  );
  const first = (rows as { id: string; question_id: string }[])[0]!;
  const version = await db.of(QuestionVersion).findOneByOrFail({ id: first.id });
  const id = newId();
  const answerKey = { ...version.answerKey, ...key } as AnswerKey;
  await db.of(QuestionVersion).insert({ ...version, id, n: version.n + 1, sha: id, answerKey });
  await db.run('update question set current_version_id = $2 where id = $1', [version.questionId, id]);
  return { questionId: version.questionId, versionId: id, firstVersionId: version.id };
}

/** Six questions: what the first of them is answered with, and all the others right or wrong. */
export const answers = (first: Given, rest: Given = 'right'): Given[] => [first, rest, rest, rest, rest, rest];

/** Someone whose attempt has ended and whose nota is published. */
export async function graded(edition: Edition, given: readonly Given[], institutionId: string | null = null) {
  const made = await someoneWho(edition, given, institutionId);
  await app.get(GradingService).publish(made.enrolment.id, 'control');
  return made;
}

/** A course whose first question has a wrong key (`b`), and people who marked `a`, which is right. */
export async function aMistake(
  people: readonly Given[][] = [answers('wrong'), answers('right'), answers('wrong', 'wrong')],
) {
  const course = await aCourse();
  const edition = await anEdition({ courseVersionId: course.versionId });
  const made = [];
  for (const given of people) made.push(await graded(edition, given));
  const question = await mend(course, { kind: 'single', correct: 'a' });
  return { course, edition, people: made, ...question };
}

export const regrades = '/api/regrades';

/** Previews a regrade. Answers its address. */
export async function preview(me: Visitor, body: object): Promise<string> {
  const answer = await as(me)
    .post(regrades)
    .send({ reason: 'La clave estaba mal.', keepBetter: false, place: null, ...body })
    .expect(201);
  return `${regrades}/${answer.body.id}`;
}

/** Waits until the work of a regrade is done. */
export const settled = (me: Visitor, url: string, state: 'applied' | 'undone') =>
  eventually(async () => {
    const { body } = await as(me).get(url).expect(200);
    return body.state === state && body;
  });

export async function apply(me: Visitor, url: string) {
  await as(me).put(`${url}/application`).expect(204);
  return settled(me, url, 'applied');
}

export async function undo(me: Visitor, url: string) {
  await as(me).put(`${url}/undoing`).expect(204);
  return settled(me, url, 'undone');
}
