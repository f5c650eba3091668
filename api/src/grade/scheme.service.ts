import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { problemsOf } from '../content/grade-rules.policy.ts';
import type { GradeRules } from '../content/grade-rules.schema.ts';
import { reachOf } from '../identity/scope.policy.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { outcomeOfRow, rulesOfBook } from './gradebook.policy.ts';
import { type FoundBook, GradebookService } from './gradebook.service.ts';
import { sentencesOf } from './rules-words.policy.ts';
import type { SchemeBody } from './scheme.schema.ts';
import { dropScheme, findCourseRules, rewriteScheme, writeScheme } from './scheme.sql.ts';

const titlesOf = ({ columns }: Pick<FoundBook, 'columns'>) =>
  new Map(columns.map(({ unit, title }) => [unit, title] as const));

/** The rules of an edition: what they say, what others would change, and their change. */
@Injectable()
export class SchemeService {
  constructor(
    private readonly db: Database,
    private readonly books: GradebookService,
    private readonly audit: AuditService,
    private readonly notices: NoticeService,
    private readonly jobs: Jobs,
  ) {}

  async view(actor: Actor, id: string) {
    const book = await this.find(actor, id, 'grade:read');
    const rules = rulesOfBook(book);
    const { title, name, passGrade, n } = book;
    return {
      ...{ id, title, name, passGrade, n, rules, course: await this.courseRules(book) },
      writable: actor.permissions.has('grade:write'),
      sentences: sentencesOf(rules, titlesOf(book)),
      units: book.columns.map(({ unit, title, kind }) => ({ unit, title, kind })),
    };
  }

  /** What these rules would change, and whether they hold at all. Changes nothing. */
  async preview(actor: Actor, id: string, { rules: asked }: SchemeBody) {
    const book = await this.find(actor, id);
    const rules = asked ?? (await this.courseRules(book));
    const problems = problemsOf(rules, book.columns);
    if (problems.length > 0) return { problems, sentences: [], people: 0, kept: 0, changes: [] };
    return { problems, sentences: sentencesOf(rules, titlesOf(book)), ...(await this.compare(actor, book, rules)) };
  }

  /** Rules of its own for the edition, or those of its course again. Refused where they were changed since they were seen. */
  async change(actor: Actor, id: string, { rules: asked, n }: SchemeBody) {
    await this.db.transaction(async () => {
      const book = await this.find(actor, id);
      const rules = asked ?? (await this.courseRules(book));
      const problems = problemsOf(rules, book.columns);
      if (problems.length > 0) throw new Refusal('wrong_rules', { detail: { problems } });
      const { changes } = await this.compare(actor, book, rules);
      await this.write(actor, book, asked, n);
      await this.audit.record({
        ...{ actorId: actor.id, action: 'grade.rules', subjectKind: 'edition', subjectId: id },
        detail: { before: book.rules, after: asked, changed: changes.length },
      });
      for (const { enrolmentId } of changes) await this.jobs.send('completion-check', { enrolmentId });
      await this.tell(book, changes);
    });
    return this.view(actor, id);
  }

  private async find(actor: Actor, id: string, permission: 'grade:read' | 'grade:write' = 'grade:write') {
    const book = await this.books.book(actor, id, permission);
    if (book.kind !== 'course') throw new Refusal('not_found');
    return book;
  }

  private async courseRules(book: FoundBook): Promise<GradeRules> {
    const [found] = await this.db.read(findCourseRules, book.id);
    return rulesOfBook({ ...book, rules: found?.rules ?? null });
  }

  /** The first to write after they were seen wins; whoever comes second sees what is now. */
  private async write(actor: Actor, { id }: FoundBook, rules: GradeRules | null, n: number): Promise<void> {
    const values = [id, JSON.stringify(rules), n, actor.id, now()];
    const written = rules
      ? await this.db.run(n === 0 ? writeScheme : rewriteScheme, values)
      : await this.db.run(dropScheme, [id, n]);
    if (written.count === 0) throw new Refusal('stale_rules');
  }

  private async compare(actor: Actor, book: FoundBook, rules: GradeRules) {
    const rows = await this.books.rows(reachOf(actor.grants, 'grade:write'), book);
    const [open, at, present] = [rows.filter(({ result }) => result === null), now(), rulesOfBook(book)];
    const noteOf = (row: (typeof rows)[number], by: GradeRules) => {
      const { grade, provisional } = outcomeOfRow(book, row, at, by);
      return grade ?? provisional;
    };
    const changes = open.flatMap((row) => {
      const [from, to] = [noteOf(row, present), noteOf(row, rules)];
      const { id: enrolmentId, personId, family, given } = row;
      return from === to ? [] : [{ enrolmentId, personId, person: `${family}, ${given}`, from, to }];
    });
    return { people: rows.length, kept: rows.length - open.length, changes };
  }

  private async tell({ title }: FoundBook, changes: { enrolmentId: string; personId: string }[]): Promise<void> {
    for (const { enrolmentId, personId } of changes)
      await this.notices.tell([personId], {
        ...{ kind: 'grade.rules', title: 'Cambiaron las reglas de tu curso', path: `/estudio/${enrolmentId}/nota` },
        body: `Tu promedio en «${title}» se calcula de otra manera. Ahí ves cada regla y el cálculo.`,
      });
  }
}
