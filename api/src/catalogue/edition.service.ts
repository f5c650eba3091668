import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { now } from '../platform/clock.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { Course } from './course.entity.ts';
import { Edition, SeatQuota } from './edition.entity.ts';
import { Programme } from './programme.entity.ts';

export type NewEdition = {
  kind: 'course' | 'programme';
  slug: string;
  name: string;
  enrolFrom: Date;
  enrolUntil: Date;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** For anyone; and kept for the people of a region, by CUT. */
  seats: number;
  regionSeats?: Record<string, number>;
};

const partsOf = `
  select course.current_version_id as id
  from programme_course join course on course.id = course_id
  where version_id = $1 and course.status = 'available' order by position`;

@Injectable()
export class EditionService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  /** Opens a dated run, bound to the version of today. A programme's run brings one of each of its available courses. */
  open(given: NewEdition, actorId: string | null): Promise<Edition> {
    return this.db.transaction(async () => {
      const edition = await this.insert(given, await this.subjectOf(given), null);
      const quotas = Object.entries(given.regionSeats ?? {}).map(([regionCut, seats]) => ({ regionCut, seats }));
      for (const { regionCut, seats } of [{ regionCut: null, seats: given.seats }, ...quotas])
        await refuseOn(
          'seat_quota_region_fkey',
          'not_found',
          this.db.of(SeatQuota).insert({ id: newId(), editionId: edition.id, regionCut, seats, taken: 0 }),
        );
      if (edition.programmeVersionId) await this.insertParts(given, edition.id, edition.programmeVersionId);
      await this.audit.record({
        ...{ actorId, action: 'edition.open', subjectKind: 'edition', subjectId: edition.id },
        detail: given,
      });
      return edition;
    });
  }

  private async insertParts(given: NewEdition, parentId: string, programmeVersionId: string): Promise<void> {
    const { rows } = await this.db.run(partsOf, [programmeVersionId]);
    for (const { id } of rows as { id: string }[])
      await this.insert(given, { courseVersionId: id, programmeVersionId: null }, parentId);
  }

  private async subjectOf({ kind, slug }: NewEdition) {
    if (kind === 'course') {
      const course = await this.db.of(Course).findOneBy({ slug, status: 'available' });
      if (!course?.currentVersionId) throw new Refusal('not_found');
      return { courseVersionId: course.currentVersionId, programmeVersionId: null };
    }
    const programme = await this.db.of(Programme).findOneBy({ slug });
    if (!programme?.currentVersionId) throw new Refusal('not_found');
    return { courseVersionId: null, programmeVersionId: programme.currentVersionId };
  }

  private async insert(
    { name, enrolFrom, enrolUntil, startsAt, endsAt, timeZone }: NewEdition,
    subject: Pick<Edition, 'courseVersionId' | 'programmeVersionId'>,
    parentId: string | null,
  ): Promise<Edition> {
    const edition: Edition = {
      ...{ id: newId(), parentId, name, enrolFrom, enrolUntil, startsAt, endsAt, timeZone, createdAt: now() },
      ...subject,
    };
    await refuseOn('edition_dates_check', 'wrong_dates', this.db.of(Edition).insert(edition));
    return edition;
  }
}
