import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { Edition } from '../catalogue/edition.entity.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { Enrolment } from './enrolment.entity.ts';
import { mayEnrol } from './enrolment.policy.ts';

/** The seats kept for the person's region, where the edition keeps any, else the general ones. */
const takeSeat = `
  update seat_quota set taken = taken + 1
  where id = (
    select seat_quota.id from seat_quota
    left join (person join institution on institution.id = institution_id) on person.id = $2
    where edition_id = $1 and (seat_quota.region_cut is null or seat_quota.region_cut = institution.region_cut)
    order by seat_quota.region_cut nulls last limit 1)`;

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  /** Looks at no count: the database refuses the seat too many, and whoever asks at the same time waits at the quota's row. */
  enrol(actor: Actor, editionId: string): Promise<Enrolment> {
    return this.db.transaction(async () => {
      const edition = await this.db.of(Edition).findOneBy({ id: editionId });
      if (!edition || edition.parentId) throw new Refusal('not_found');
      const bar = mayEnrol(edition, now());
      if (bar) throw new Refusal(bar);
      const enrolment = await this.insert(actor.id, edition.id, null);
      const { count } = await refuseOn(
        'seat_quota_seats_check',
        'edition_full',
        this.db.run(takeSeat, [editionId, actor.id]),
      );
      if (!count) throw new Refusal('edition_full');
      await this.enrolInParts(actor.id, enrolment);
      await this.audit.record({
        ...{ actorId: actor.id, action: 'enrolment.create', subjectKind: 'enrolment', subjectId: enrolment.id },
        detail: { editionId },
      });
      return enrolment;
    });
  }

  /** A programme's edition owns an edition of each of its courses: whoever enters it enters them all. */
  private async enrolInParts(personId: string, parent: Enrolment): Promise<void> {
    const parts = await this.db.of(Edition).find({ where: { parentId: parent.editionId }, select: { id: true } });
    for (const { id } of parts) await this.insert(personId, id, parent.id);
  }

  private async insert(personId: string, editionId: string, parentId: string | null): Promise<Enrolment> {
    const enrolment: Enrolment = {
      ...{ id: newId(), editionId, personId, parentId, cohortId: null },
      ...{ enrolledAt: now(), lastUnit: null, lastAt: null },
    };
    await refuseOn('enrolment_edition_person_key', 'already_enrolled', this.db.of(Enrolment).insert(enrolment));
    return enrolment;
  }
}
