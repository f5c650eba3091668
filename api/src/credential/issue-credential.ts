import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { codeFrom, folioOf } from './code.policy.ts';
import { Credential, type CredentialDetail } from './credential.entity.ts';
import { lockCompleted, takeFolio, writeCredential } from './credential.sql.ts';

/** The year whose folios are running where the office is. */
const yearOf = (instant: Date) =>
  Number(new Intl.DateTimeFormat('en', { timeZone: 'America/Santiago', year: 'numeric' }).format(instant));

type New = Omit<Credential, 'code' | 'annulledAt' | 'annulledWhy'>;

@Injectable()
export class IssueCredential {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  /** Issues the certificate of a completed enrolment, once: what it states is frozen here. */
  issue(enrolmentId: string): Promise<void> {
    return this.db.transaction(async () => {
      const [completed] = await this.db.read(lockCompleted, enrolmentId);
      if (!completed || (await this.db.of(Credential).existsBy({ enrolmentId }))) return;
      const { kind, personId, givenNames, familyNames, ...stated } = completed;
      const detail: CredentialDetail = { personName: `${givenNames} ${familyNames}`, ...stated };
      const [id, issuedAt] = [newId(), now()];
      const folio = await this.nextFolio(yearOf(issuedAt));
      await this.write({ id, kind, enrolmentId, personId, folio, issuedAt, detail });
      await this.audit.record({
        ...{ actorId: null, action: 'credential.issue', subjectKind: 'credential', subjectId: id },
        detail: { enrolmentId, folio },
      });
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
