import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Evaluation as EvaluationRow, EvaluationQuestion } from '../assessment/evaluation.entity.ts';
import { Question as QuestionRow, QuestionVersion } from '../bank/question.entity.ts';
import type { Course, Evaluation, Question } from '../content/content.schema.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { fingerprint } from './fingerprint.ts';
import { evaluationsOf } from './build-manifest.ts';
import { ShelfService } from './shelf.service.ts';

type Written = { key: string; sha: string; unitKey: string; position: number; question: Question };

/** Publishes the evaluations of a course version. A question that says the same as before is the same version of it. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly db: Database,
    private readonly shelf: ShelfService,
  ) {}

  /** Inside the transaction that makes the version. */
  async publish(courseId: string, versionId: string, course: Course): Promise<void> {
    const evaluations = evaluationsOf(course);
    await this.shelf.insert(
      EvaluationRow,
      evaluations.map((one) => evaluationRow(versionId, one)),
    );
    const written = evaluations.flatMap(questionsOf);
    const ids = await this.questionIds(courseId, written);
    const versions = await this.versionIds(ids, written);
    await this.shelf.insert(
      EvaluationQuestion,
      written.map(({ key, sha, unitKey, position }) => ({
        ...{ versionId, unitKey, position, questionVersionId: versions.get(`${key} ${sha}`) ?? '' },
      })),
    );
  }

  /** By key; those that the course never had are made. */
  private async questionIds(courseId: string, written: Written[]): Promise<Map<string, string>> {
    const found = await this.db.of(QuestionRow).findBy({ courseId });
    const ids = new Map(found.map(({ key, id }) => [key, id]));
    const missing = written.filter(({ key }) => !ids.has(key)).map(({ key }) => ({ id: newId(), courseId, key }));
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
      if (!same)
        rows.push({ id, questionId, n: earlier.length + 1, sha, kind, points, body, answerKey, createdAt: now() });
    }
    await this.shelf.insert(QuestionVersion, rows);
    return ids;
  }
}

const questionsOf = ({ key: unitKey, questions }: Evaluation): Written[] =>
  questions.map((question, position) => ({
    key: `${unitKey}/${question.key}`,
    sha: fingerprint(question),
    ...{ unitKey, position, question },
  }));

const evaluationRow = (versionId: string, evaluation: Evaluation): EvaluationRow => {
  const { key: unitKey, draw, timeLimit: minutes, attempts, keep, demand, release, instructions } = evaluation;
  return { versionId, unitKey, draw, minutes, attempts, keep, demand, release, instructions };
};
