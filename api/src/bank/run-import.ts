import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { ExchangeQuestion, Imported } from '../interchange/exchange.schema.ts';
import { readQuestions } from '../interchange/exchange.service.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Jobs } from '../platform/jobs.ts';
import { isDatabaseAway } from '../platform/refusal.ts';
import { Storage } from '../platform/storage.ts';
import { CategoryService } from './category.service.ts';
import { QuestionImport } from './import.entity.ts';
import { type Brought, rowsOf } from './import-rows.ts';
import { knownNames, lossesHere } from './known-names.ts';
import { Question, QuestionMedia, QuestionVersion } from './question.entity.ts';
import { TwinService } from './twin.service.ts';

const chunk = 500;
/** How often the progress is written while an import runs, in milliseconds. */
const beat = 500;

/** Does imports: all of a file in one transaction, or nothing of it. May run twice without harm. */
@Injectable()
export class RunImport implements OnModuleInit {
  private readonly log = new Logger('RunImport');

  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly storage: Storage,
    private readonly categories: CategoryService,
    private readonly twins: TwinService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('question-import', ({ importId }) => this.run(importId));
    this.jobs.handle('question-twins', () => this.twins.catchUp());
  }

  async run(id: string): Promise<void> {
    const found = await this.db.of(QuestionImport).findOneBy({ id });
    if (!found?.bytes || !['waiting', 'running'].includes(found.state)) return;
    const progress = { done: 0 };
    // outside the transaction, so that whoever waits sees it
    const show = () => this.db.of(QuestionImport).update({ id, state: 'running' }, { done: progress.done });
    await this.db.of(QuestionImport).update({ id }, { state: 'running', done: 0 });
    const timer = setInterval(() => void show().catch(() => undefined), beat);
    try {
      const { imported } = await readQuestions(found.bytes, found.name);
      await this.db.transaction(() => this.bring(found, imported, progress));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      this.log.error(error);
      await this.db.of(QuestionImport).update({ id }, { state: 'failed', endedAt: now(), done: 0 });
    } finally {
      clearInterval(timer);
    }
  }

  private async bring(one: QuestionImport, imported: Imported[], progress: { done: number }): Promise<void> {
    const questions = imported.map(({ question }) => question);
    await this.db.run(`select pg_advisory_xact_lock(hashtext($1))`, [`question-import ${one.id}`]);
    const { state } = await this.db.of(QuestionImport).findOneByOrFail({ id: one.id });
    if (state !== 'running') return;
    const known = await knownNames(this.db);
    const categories = await this.categoriesOf(one.categoryId, questions);
    const brought: Brought = { authorId: one.personId, at: now(), categories, ...known };
    for (let at = 0; at < questions.length; at += chunk) {
      await this.write(questions.slice(at, at + chunk), brought);
      progress.done = Math.min(questions.length, at + chunk);
    }
    await this.jobs.send('question-twins', {}, { key: 'all' });
    const done = {
      state: 'done',
      done: questions.length,
      total: questions.length,
      bytes: null,
      endedAt: now(),
      report: { ...one.report, withLoss: lossesHere(imported, known) },
    } as const;
    await this.db.of(QuestionImport).update({ id: one.id }, done);
  }

  private async write(questions: ExchangeQuestion[], brought: Brought): Promise<void> {
    for (const { media } of questions)
      for (const { bytes, mediaType } of media) await this.storage.put(bytes, mediaType);
    const rows = questions.map((question) => rowsOf(question, newId(), newId(), brought));
    await this.insert(
      Question,
      rows.map(({ question }) => question),
    );
    await this.insert(
      QuestionVersion,
      rows.map(({ version }) => version),
    );
    await this.insert(
      QuestionMedia,
      rows.flatMap(({ media }) => media),
    );
    await this.db.run(
      `update question set current_version_id = version.id from question_version version
       where version.question_id = question.id and question.id = any($1)`,
      [rows.map(({ question }) => question.id)],
    );
  }

  private async insert<T extends ObjectLiteral>(entity: EntityTarget<T>, rows: T[]): Promise<void> {
    if (rows.length > 0)
      await this.db.of(entity).createQueryBuilder().insert().values(rows).updateEntity(false).execute();
  }

  /** The category of each path that the file names, under the chosen one. */
  private async categoriesOf(under: string | null, questions: ExchangeQuestion[]) {
    const found = new Map<string, string | null>([['', under]]);
    for (const { category } of questions) {
      const path = category.join('\n');
      if (!found.has(path)) found.set(path, await this.categories.ofPath(category, under));
    }
    return found;
  }
}
