import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { Course } from '../catalogue/course.entity.ts';
import { Programme as ProgrammeRow, ProgrammeCourse, ProgrammeVersion } from '../catalogue/programme.entity.ts';
import type { Programme } from '../content/content.schema.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { fingerprint } from '../platform/fingerprint.ts';
import { programmeManifest } from './build-manifest.ts';
import { ShelfService } from './shelf.service.ts';

/** A course of a programme that was never loaded: the programme waits for it. */
export class MissingCourse extends Error {}

/** Publishes programmes: a version is written once, and editions keep the one they were opened with. */
@Injectable()
export class ProgrammePublisher {
  constructor(
    private readonly db: Database,
    private readonly shelf: ShelfService,
    private readonly audit: AuditService,
  ) {}

  /** Inside a transaction. Answers whether anything is new. */
  async publish(programme: Programme): Promise<boolean> {
    const courses = await this.coursesOf(programme);
    const row = await this.rowOf(programme);
    const manifest = programmeManifest(programme);
    const contentHash = fingerprint(manifest);
    const known = await this.db.of(ProgrammeVersion).findOneBy({ programmeId: row.id, contentHash });
    if (known && known.id === row.currentVersionId) return false;
    const version = known ?? (await this.addVersion(row, programme, { manifest, contentHash }, courses));
    await this.db.of(ProgrammeRow).update(row.id, { currentVersionId: version.id });
    await this.audit.record({
      actorId: null,
      action: 'programme.publish',
      subjectKind: 'programme',
      subjectId: row.id,
      detail: { key: programme.key, n: version.n, versionId: version.id },
    });
    return true;
  }

  /** The ids of its courses by key. */
  private async coursesOf({ courses }: Programme): Promise<Map<string, string>> {
    const rows = await this.db.of(Course).findBy({ key: In(courses.map(({ key }) => key)) });
    const ids = new Map(rows.map(({ key, id }) => [key, id]));
    const missing = courses.find(({ key }) => !ids.has(key));
    if (missing) throw new MissingCourse(missing.key);
    return ids;
  }

  private async rowOf({ key, slug }: Programme): Promise<ProgrammeRow> {
    const found = await this.db.of(ProgrammeRow).findOneBy({ key });
    if (!found) {
      const row = { id: newId(), key, slug, currentVersionId: null };
      await this.db.of(ProgrammeRow).insert(row);
      return row;
    }
    if (found.slug !== slug) {
      await this.db.of(ProgrammeRow).update(found.id, { slug });
      await this.shelf.move('programme', found.id, found.slug, slug);
    }
    return found;
  }

  private async addVersion(
    { id: programmeId }: ProgrammeRow,
    { title, summary, topics, courses }: Programme,
    { manifest, contentHash }: Pick<ProgrammeVersion, 'manifest' | 'contentHash'>,
    ids: Map<string, string>,
  ): Promise<ProgrammeVersion> {
    const n = (await this.db.of(ProgrammeVersion).countBy({ programmeId })) + 1;
    const version = { id: newId(), programmeId, n, contentHash, title, summary, topics, manifest, createdAt: now() };
    await this.shelf.insert(ProgrammeVersion, [version]);
    await this.shelf.insert(
      ProgrammeCourse,
      courses.map(({ key, weight }, position) => ({
        ...{ versionId: version.id, courseId: ids.get(key) ?? '', position, weight },
      })),
    );
    return version;
  }
}
