import { Evaluation } from '../../api/src/assessment/evaluation.entity.ts';
import { scaleOf } from '../../api/src/assessment/nota.policy.ts';
import { solutionOf } from '../../api/src/bank/scoring.policy.ts';
import type { AnswerKey, QuestionBody, QuestionResponse } from '../../api/src/content/question.schema.ts';
import type { Edition } from '../../api/src/catalogue/edition.entity.ts';
import { Institution } from '../../api/src/territory/territory.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { db } from './app.ts';
import { anEnrolment, answerTo } from './make-course.ts';
import { aPerson } from './make.ts';

export type Given = 'right' | 'wrong' | null | { response: QuestionResponse; points: number };
type Pooled = { id: string; kind: string; points: number };

const poolOf = async ({ courseVersionId }: Edition, unit: string): Promise<Pooled[]> =>
  (
    await db.run(
      `select version.id, kind, points from evaluation_question
       join question_version version on version.id = question_version_id
       where version_id = $1 and unit_key = $2 order by position`,
      [courseVersionId, unit],
    )
  ).rows as Pooled[];

/** An attempt that has ended, with an answer to each question of the pool, or to those of `drawn`, as ending would leave it. */
export async function anEndedAttempt(
  enrolmentId: string,
  edition: Edition,
  given: readonly Given[],
  { n = 1, unit = 'control', drawn = given.map((_, i) => i) }: { n?: number; unit?: string; drawn?: number[] } = {},
) {
  const pool = await poolOf(edition, unit);
  const { demand } = await db.of(Evaluation).findOneByOrFail({ versionId: edition.courseVersionId!, unitKey: unit });
  const id = newId();
  const answers = drawn.map((at, i) => ({ ...answerOf(pool[at]!, given[at] ?? null), position: i + 1 }));
  const points = answers.reduce((sum, answer) => sum + answer.points, 0);
  const maxPoints = drawn.reduce((sum, at) => sum + pool[at]!.points, 0);
  const cut = (demand * maxPoints) / 100;
  const nota = points < cut ? 10 + (30 * points) / cut : 40 + (30 * (points - cut)) / (maxPoints - cut);
  await db.run(
    `insert into attempt (id, enrolment_id, unit_key, n, seed, generator, started_at, submitted_at, ended_by, lease_id,
       points, max_points, grade, scale, sequential, per_page, reached, pending, reopened)
     values ($1, $2, $3, $4, 1, 'test', now() - interval '30 minutes', now() - interval '5 minutes', 'learner', $5, $6, $7, $8,
       $9, false, 'all', 1, 0, 0)`,
    [id, enrolmentId, unit, n, newId(), points, maxPoints, Math.floor(nota + 0.5), scaleOf(demand)],
  );
  for (const { version, position, response, points, maxPoints } of answers)
    await db.run(
      `insert into attempt_question
         (attempt_id, position, question_version_id, option_order, response, flagged, seq, seconds, saved_at, points, max_points)
       values ($1, $2::integer, $3, '[]', $4, false, 1, 0,
         now() - interval '30 minutes' + $2::integer * interval '1 minute', $5, $6)`,
      [id, position, version, response && JSON.stringify(response), points, maxPoints],
    );
  return { id, points, maxPoints, grade: Math.floor(nota + 0.5) };
}

function answerOf({ id: version, kind, points }: Pooled, given: Given) {
  const asked = { version, maxPoints: points };
  if (given === null) return { ...asked, response: null, points: 0 };
  if (typeof given === 'object') return { ...asked, ...given };
  return { ...asked, response: answerTo(kind, given), points: given === 'right' ? points : 0 };
}

/** Someone new in the edition, of this institution or of none, with one ended attempt. */
export async function someoneWho(edition: Edition, given: readonly Given[], institutionId: string | null = null) {
  const person = await aPerson({ institutionId });
  const enrolment = await anEnrolment(person, edition);
  const attempt = await anEndedAttempt(enrolment.id, edition, given);
  return { person, enrolment, attempt };
}

type Keyed = Pooled & { body: QuestionBody; answerKey: AnswerKey };

/** A class that answers an evaluation of the written content, each question a little harder than the one before. */
export async function aClass(edition: Edition, unit: string, people: number): Promise<void> {
  const { rows } = await db.run(
    `select version.id, kind, points, body, answer_key as "answerKey" from evaluation_question
     join question_version version on version.id = question_version_id
     where version_id = $1 and unit_key = $2 order by position`,
    [edition.courseVersionId, unit],
  );
  const [most, some] = await Promise.all(['11', '10'].map((regionCut) => db.of(Institution).findOneBy({ regionCut })));
  for (let i = 0; i < people; i++) {
    const person = await aPerson({ institutionId: (i % 4 ? most : some)?.id ?? null });
    const { id } = await anEnrolment(person, edition);
    await anEndedAttempt(
      id,
      edition,
      (rows as Keyed[]).map((question, q) => givenBy(i, q, question)),
      { unit },
    );
  }
}

/** The better ones (of a high `i`) know more, but for the second question, where most of them mark the same wrong one. */
function givenBy(i: number, q: number, { body, points, answerKey }: Keyed): Given {
  const luck = ((i * 37 + q * 59) % 97) / 97;
  const knows = luck < 0.25 + (i % 40) / 55 - q / 30;
  const right = solutionOf(answerKey);
  if (right && knows !== (q === 1)) return { response: right, points };
  const wrong = wrongOf(body, answerKey);
  const choice = wrong[q === 1 ? 0 : Math.floor(luck * wrong.length * 0.7)];
  return choice ? { response: { kind: 'single', choice }, points: 0 } : null;
}

const wrongOf = (body: QuestionBody, key: AnswerKey): string[] =>
  body.kind === 'single' && key.kind === 'single'
    ? body.options.map(({ id }) => id).filter((id) => id !== key.correct)
    : [];
