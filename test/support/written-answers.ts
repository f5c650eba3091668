import type { QuestionResponse } from '../../api/src/content/question.schema.ts';
import { Submission } from '../../api/src/submission/submission.entity.ts';
import { as, db, type Visitor } from './app.ts';
import { aRoom } from './evaluation-room.ts';
import type { Asked } from './question-kinds.ts';
import { begin, placeOf, save, submit } from './take-evaluation.ts';

/** What no learner may read. */
export const guide = '<p>Se espera que nombre la línea base.</p>';

const written: Asked = {
  ...{ points: 6000, right: { kind: 'essay', html: '' }, wrong: { kind: 'essay', html: '' } },
  body: { kind: 'essay', prompt: '<p>¿Qué brecha es la mayor?</p>', minWords: null, maxWords: null },
  key: { kind: 'essay', guide, feedback: null, optionFeedback: {} },
};
const sent: Asked = {
  ...{ points: 4000, right: { kind: 'file', files: [] }, wrong: { kind: 'file', files: [] } },
  body: { kind: 'file', prompt: '<p>Adjunta el acta.</p>', types: ['pdf'], maxFiles: 2, maxBytes: 1_000_000 },
  key: { kind: 'file', guide: null, feedback: null, optionFeedback: {} },
};

/** A learner in an evaluation of one essay of 6 points and one file of 4, and who marks them. */
export async function aWrittenRoom() {
  const room = await aRoom({ pool: [written, sent], evaluations: [{ draw: 2, demand: 60 }] });
  return { ...room, queue: `/api/editions/${room.edition.id}/marking/control` };
}

/** Answers the essay, with files for the other if there are any, and submits. */
export async function answerInWriting(
  me: Visitor,
  enrolmentId: string,
  files: (submission: string) => Promise<string[]> = () => Promise.resolve([]),
) {
  const { id, lease, questions } = await begin(me, enrolmentId);
  const place = { essay: placeOf(questions, 'essay'), file: placeOf(questions, 'file') };
  const say = (position: number, response: QuestionResponse) =>
    save(me, id, position, { lease, seq: 1, response, flagged: false }).expect(200);
  await say(place.essay, { kind: 'essay', html: '<p>La brecha de salud: 1 ronda al mes.</p>' });
  const draft = await as(me).post(`/api/attempts/${id}/answers/${place.file}/draft`).send({}).expect(201);
  const names = await files(draft.body.id as string);
  if (names.length > 0) await say(place.file, { kind: 'file', files: names });
  await submit(me, id).expect(204);
  return { attempt: id, place };
}

/** The submission that an answer has become. */
export const submissionOf = async (attemptId: string, position: number) =>
  (await db.of(Submission).findOneByOrFail({ attemptId, position })).id;

/** Saves points for an answer. */
export const giveAnswer = (me: Visitor, id: string, points: number, over: object = {}) =>
  as(me)
    .put(`/api/submissions/${id}/mark`)
    .send({
      ...{ version: 1, revision: 0, feedback: 'Nombra tu fuente.', annotations: [] },
      ...{ criteria: [{ id: 'total', level: null, points, comment: '' }], ...over },
    });

export const publishAnswer = (me: Visitor, id: string, over: object = {}) =>
  as(me)
    .post(`/api/submissions/${id}/publication`)
    .send({ version: 1, revision: 1, published: 0, ...over });
