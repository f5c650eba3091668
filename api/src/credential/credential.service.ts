import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { formatGrade } from '../grade/grade.policy.ts';
import { formatRun, maskRun } from '../identity/run.policy.ts';
import type { Actor, Visit } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Tally } from '../platform/limits.ts';
import { originOf } from '../platform/origin.ts';
import { Refusal } from '../platform/refusal.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { normaliseCode } from './code.policy.ts';
import { Credential } from './credential.entity.ts';

/** How often an address may look up codes: often enough for a person with a folder of them, too seldom to try them out. */
const looks = { most: 30, seconds: 60 };

@Injectable()
export class CredentialService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly tally: Tally,
  ) {}

  async list(actor: Actor) {
    const found = await this.db
      .of(Credential)
      .find({ where: { personId: actor.id }, order: { issuedAt: 'DESC', id: 'DESC' } });
    return {
      items: found.map(({ id, kind, folio, code, issuedAt, annulledAt, replacedBy, detail }) => ({
        ...{ id, kind, title: detail.title, folio, code, issuedAt, grade: detail.grade, minutes: detail.minutes },
        ...{ annulled: annulledAt !== null, replaced: replacedBy !== null },
      })),
    };
  }

  /** The holder's own copy, with their RUN in full. One that is annulled says so. */
  async pdf(actor: Actor, visit: Visit, id: string): Promise<{ name: string; bytes: Uint8Array }> {
    const found = await this.db.of(Credential).findOneBy({ id, personId: actor.id });
    if (!found) throw new Refusal('not_found');
    const { kind, folio, code, issuedAt, annulledAt, detail } = found;
    const bytes = await certificatePdf({
      ...detail,
      ...{ kind, folio, code, issuedAt, annulled: annulledAt !== null },
      run: formatRun(detail.run),
      grade: formatGrade(detail.grade),
      verificationUrl: `${originOf(visit)}/verificar/${code}`,
    });
    return { name: `certificado-${folio}.pdf`, bytes };
  }

  /** What anyone may know of a code. One that cannot be a code is answered like one that nobody has. */
  async verify(visit: Visit, typed: string) {
    await this.tally.allow(`verification ${visit.ip}`, looks.most, looks.seconds);
    const code = normaliseCode(typed);
    const found = code === null ? null : await this.db.of(Credential).findOneBy({ code });
    if (!found) return { state: 'unknown', certificate: null };
    const id = found.replacedBy;
    const newer = id === null ? null : await this.db.of(Credential).findOneByOrFail({ id });
    const replacedBy = newer && { code: newer.code, folio: newer.folio };
    const state = found.annulledAt ? (newer ? 'replaced' : 'annulled') : 'valid';
    return { state, certificate: { ...shown(found), replacedBy } };
  }

  /** Takes a certificate back, for a reason that the register keeps and the public does not read. */
  annul(actor: Pick<Actor, 'id'>, id: string, why: string): Promise<void> {
    return this.db.transaction(async () => {
      const change = { annulledAt: now(), annulledWhy: why };
      const { affected } = await this.db.of(Credential).update({ id, annulledAt: IsNull() }, change);
      if (!affected) throw new Refusal('not_found');
      await this.audit.record({
        ...{ actorId: actor.id, action: 'credential.annul', subjectKind: 'credential', subjectId: id },
        detail: { why },
      });
    });
  }
}

/** No grade, and of the RUN only what tells two namesakes apart. */
function shown({ kind, folio, code, issuedAt, annulledAt, detail }: Credential) {
  const { personName, run, institution, regionStrip, title, minutes, startedOn, completedOn } = detail;
  return {
    ...{ code, folio, kind, personName, run: maskRun(run), institution, regionStrip },
    ...{ title, minutes, startedOn, completedOn, issuedAt, annulledAt },
  };
}
