import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Evaluation as EvaluationRow, EvaluationQuestion, EvaluationSlot } from '../assessment/evaluation.entity.ts';
import { plainOf } from '../bank/phrases.policy.ts';
import { Question as QuestionRow, QuestionVersion } from '../bank/question.entity.ts';
import type { Course, Evaluation, Question } from '../content/content.schema.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Jobs } from '../platform/jobs.ts';
import { fingerprint } from '../platform/fingerprint.ts';
import { evaluationsOf } from './build-manifest.ts';
import { FilingService } from './filing.service.ts';
import { ShelfService } from './shelf.service.ts';

type Written = { key: string; sha: string; unitKey: string; position: number; question: Question };

/** Publishes the evaluations of a course version. A question that says the same as before is the same version of it. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly db: Database,
    private readonly shelf: ShelfService,
    private readonly filing: FilingService,
    private readonly jobs: Jobs,
  ) {}

  /** Inside the transaction that makes the version. */
  async publish(courseId: string, versionId: string, course: Course): Promise<void> {
    const evaluations = evaluationsOf(course);
    await this.shelf.insert(
      EvaluationRow,
      evaluations.map((one) => evaluationRow(versionId, one)),
    );
    await this.shelf.insert(
      EvaluationSlot,
      evaluations.map((one) => slotRow(versionId, one)),
    );
    const written = evaluations.flatMap(questionsOf);
    const ids = await this.questionIds(courseId, written);
    const versions = await this.versionIds(ids, written);
    await this.makeCurrent(versions.values());
    await this.filing.file(written.map(({ key, question }) => ({ id: ids.get(key) ?? '', meta: question.meta })));
    await this.jobs.send('question-twins', {}, { key: 'all' });
    const held = await this.heldBy(ids.values());
    await this.shelf.insert(
      EvaluationQuestion,
      written.map(({ key, unitKey, position }) => ({
        ...{ versionId, unitKey, slot: 1, position, questionVersionId: held.get(ids.get(key) ?? '') ?? '' },
      })),
    );
  }

  /** By key; those that the course never had are made. */
  private async questionIds(courseId: string, written: Written[]): Promise<Map<string, string>> {
    const found = await this.db.of(QuestionRow).findBy({ courseId });
    const ids = new Map(found.map(({ key, id }) => [key, id]));
    const missing = written.filter(({ key }) => !ids.has(key)).map(({ key }) => rowOf(courseId, key));
    await this.shelf.insert(QuestionRow, missing);
    for (const { key, id } of missing) ids.set(key, id);
    return ids;
  }

  /** By key and hash; those that never said this get a version more. */
  private async versionIds(questions: Map<string, string>, written: Written[]): Promise<Map<string, string>> {
    const found = await this.db.of(QuestionVersion).find({
      select: { id: true, questionId: true, n: true, sha: true },
      where: { questionId: In([...questions.values()]) },
    });
    const ids = new Map<string, string>();
    const rows: QuestionVersion[] = [];
    for (const { key, sha, question } of written) {
      const questionId = questions.get(key) ?? '';
      const earlier = found.filter((one) => one.questionId === questionId);
      const same = earlier.find((one) => one.sha === sha);
      const id = same?.id ?? newId();
      ids.set(`${key} ${sha}`, id);
      const { kind, points, body, answerKey } = question;
      const plain = plainOf(body);
      const n = Math.max(0, ...earlier.map((one) => one.n)) + 1;
      const row = { id, questionId, n, sha, kind, points, body, answerKey, plain };
      if (!same) rows.push({ ...row, createdBy: null, note: null, createdAt: now() });
    }
    await this.shelf.insert(QuestionVersion, rows);
    return ids;
  }

  /** What the folder says now is what the question says, unless it was edited in the bank: then the folder made a draft. */
  private async makeCurrent(versionIds: Iterable<string>): Promise<void> {
    await this.db.run(makeCurrent, [[...versionIds]]);
  }

  /** The current version of each question. */
  private async heldBy(questionIds: Iterable<string>): Promise<Map<string, string>> {
    const rows = await this.db.of(QuestionRow).find({
      select: { id: true, currentVersionId: true },
      where: { id: In([...questionIds]) },
    });
    return new Map(rows.map(({ id, currentVersionId }) => [id, currentVersionId ?? '']));
  }
}

const makeCurrent = `
  update question set current_version_id = version.id
  from question_version version
  where version.id = any($1) and version.question_id = question.id
    and question.current_version_id is distinct from version.id
    and not exists (
      select from question_version held where held.id = question.current_version_id and held.created_by is not null)`;

const rowOf = (courseId: string, key: string): QuestionRow => ({
  ...{ id: newId(), courseId, key, origin: 'folder', createdAt: now(), retiredAt: null },
  ...{ categoryId: null, topic: null, difficulty: null, outcome: null, territories: [], tags: [] },
  ...{ folderAbout: null, currentVersionId: null, comparedVersionId: null },
});

const questionsOf = ({ key: unitKey, questions }: Evaluation): Written[] =>
  questions.map(({ meta, ...said }, position) => ({
    key: `${unitKey}/${said.key}`,
    sha: fingerprint(said),
    ...{ unitKey, position, question: { ...said, meta } },
  }));

const evaluationRow = (versionId: string, evaluation: Evaluation): EvaluationRow => {
  const { key: unitKey, draw, timeLimit: minutes, attempts, keep, demand, release, instructions } = evaluation;
  return {
    ...{ versionId, unitKey, draw, minutes, attempts, waitMinutes: 0, keep, demand, instructions },
    ...{ scale: 'nota', minGrade: 10, rounding: 'half_up', shuffleQuestions: true, shuffleOptions: true },
    ...{ sequential: false, perPage: 'all' },
    ...{ releaseScore: release, releaseAnswers: release, releaseFeedback: release },
  };
};

const slotRow = (versionId: string, { key: unitKey, draw }: Evaluation): EvaluationSlot => ({
  ...{ versionId, unitKey, position: 1, section: null, kind: 'draw', draw, points: null },
});
