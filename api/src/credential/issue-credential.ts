import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import { formatGrade } from '../grade/grade.policy.ts';
import { NoticeService } from '../notify/notice.service.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { codeFrom, folioOf } from './code.policy.ts';
import { Credential, type CredentialDetail } from './credential.entity.ts';
import {
  findLast,
  holdEnrolment,
  lockCompleted,
  replace,
  takeBack,
  takeFolio,
  writeCredential,
} from './credential.sql.ts';

/** The year whose folios are running where the office is. */
const yearOf = (instant: Date) =>
  Number(new Intl.DateTimeFormat('en', { timeZone: 'America/Santiago', year: 'numeric' }).format(instant));

type New = Omit<Credential, 'code' | 'annulledAt' | 'annulledWhy' | 'corrected' | 'replacedBy'>;
type Completed = z.infer<typeof lockCompleted.rows>[number];
type Last = z.infer<typeof findLast.rows>[number];

const why = 'La nota del curso o diplomado fue corregida.';

@Injectable()
export class IssueCredential {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly notices: NoticeService,
  ) {}

  /**
   * Brings the certificate of an enrolment to what its result says: issued once it is complete, with what it states frozen;
   * replaced where its nota was corrected, taken back where it holds no more. One that somebody annulled stays so.
   */
  issue(enrolmentId: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.run(holdEnrolment, [enrolmentId]);
      const [completed] = await this.db.read(lockCompleted, enrolmentId);
      const [last] = await this.db.read(findLast, enrolmentId);
      if (last && !isBelied(last, completed)) return;
      if (last?.standing) await this.takeBack(last);
      if (!completed) {
        if (last) await this.tell(last, null);
        return;
      }
      const id = await this.make(enrolmentId, completed);
      if (!last) return;
      await this.db.run(replace, [last.id, id]);
      await this.tell(last, completed.grade);
    });
  }

  private async make(enrolmentId: string, completed: Completed): Promise<string> {
    const { kind, personId, givenNames, familyNames, ...stated } = completed;
    const detail: CredentialDetail = { personName: `${givenNames} ${familyNames}`, ...stated };
    const [id, issuedAt] = [newId(), now()];
    const folio = await this.nextFolio(yearOf(issuedAt));
    await this.write({ id, kind, enrolmentId, personId, folio, issuedAt, detail });
    await this.audit.record({
      ...{ actorId: null, action: 'credential.issue', subjectKind: 'credential', subjectId: id },
      detail: { enrolmentId, folio },
    });
    return id;
  }

  private async takeBack({ id }: Last): Promise<void> {
    await this.db.run(takeBack, [id, now(), why]);
    await this.audit.record({
      ...{ actorId: null, action: 'credential.annul', subjectKind: 'credential', subjectId: id },
      detail: { why },
    });
  }

  /** What became of the last certificate: another of this nota, or none. */
  private tell({ personId, folio, title }: Last, grade: number | null): Promise<void> {
    const now = grade === null ? 'Con la nota corregida ya no apruebas.' : `Tu nota es ${formatGrade(grade)}.`;
    return this.notices.tell([personId], {
      ...{ kind: 'credential.correct', path: '/certificados' },
      title: grade === null ? `Anulamos tu certificado de «${title}»` : `Tienes un certificado nuevo de «${title}»`,
      body: `${now} El certificado ${folio} dejó de ser válido.`,
    });
  }

  private async nextFolio(year: number): Promise<string> {
    const { rows } = await this.db.run(takeFolio, [year]);
    const [{ last }] = rows as [{ last: number }];
    return folioOf(year, last);
  }

  /** A code that someone else has, by a chance of one in 2⁶⁰ for each of them, is drawn again. */
  private async write(credential: New): Promise<void> {
    const { id, kind, enrolmentId, personId, folio, issuedAt, detail } = credential;
    const code = codeFrom(randomBytes(8));
    const { count } = await this.db.run(writeCredential, [
      ...[id, kind, enrolmentId, personId, folio, code, issuedAt, detail],
    ]);
    if (!count) await this.write(credential);
  }
}

/** Whether the last certificate is not what the result says: it states another nota, or was taken back and holds again. */
const isBelied = ({ standing, corrected, grade }: Last, completed: Completed | undefined): boolean =>
  standing ? completed?.grade !== grade : corrected && completed !== undefined;
