import { AttemptLog } from '../../api/src/assessment/attempt.entity.ts';
import { UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { as, db } from './app.ts';
import { staff } from './make.ts';
import { aStudent, evaluation, lease } from './take-evaluation.ts';

/** Settings that say nothing: all as in the version. */
export const nothing = {
  ...{
    opensAt: null,
    closesAt: null,
    minutes: null,
    attempts: null,
    waitMinutes: null,
    sequential: null,
    perPage: null,
  },
  ...{ shuffleQuestions: null, shuffleOptions: null, demand: null, scale: null, minGrade: null, rounding: null },
  ...{ releaseScore: null, releaseScoreAt: null, releaseAnswers: null, releaseAnswersAt: null },
  ...{ releaseFeedback: null, releaseFeedbackAt: null },
};

/** A learner in an edition, and who runs it. */
export async function aRoom(making: Parameters<typeof aStudent>[0] = {}) {
  const student = await aStudent(making);
  const tutor = await staff({ role: 'tutor', editionId: student.edition.id });
  const at = `/api/editions/${student.edition.id}/evaluations/control`;
  const set = (said: object) =>
    as(tutor)
      .put(`${at}/settings`)
      .send({ ...nothing, ...said });
  const extend = (said: object) =>
    as(tutor)
      .post(`/api/editions/${student.edition.id}/extensions`)
      .send({
        ...{
          unit: 'control',
          enrolmentId: student.enrolmentId,
          cohortId: null,
          extraMinutes: 0,
          closesAt: null,
          extraAttempts: 0,
        },
        ...{ reason: 'Licencia médica', ...said },
      });
  return { ...student, tutor, at, set, extend };
}
/** Asks to start, with whatever else the body holds. */
export const start = (me: Parameters<typeof as>[0], enrolmentId: string, more: object = {}) =>
  as(me)
    .post(`${evaluation(enrolmentId)}/attempts`)
    .send({ lease: lease(), ...more });
/** The published nota of the evaluation, if there is one. */
export const grade = (enrolmentId: string) => db.of(UnitGrade).findOneBy({ enrolmentId, unitKey: 'control' });

/** What the log of an attempt holds, in order. */
export const logOf = async (attemptId: string) =>
  (await db.of(AttemptLog).find({ where: { attemptId }, order: { at: 'ASC', id: 'ASC' } })).map(({ kind }) => kind);
