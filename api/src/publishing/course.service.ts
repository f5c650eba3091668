import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { Course as CourseRow, CourseVersion, VersionMedia, VersionUnit } from '../catalogue/course.entity.ts';
import type { Course, Task as WrittenTask, Unit } from '../content/content.schema.ts';
import { Task } from '../submission/task.entity.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { courseHash, courseManifest, structureHash, tasksOf, type Terms, unitsOf } from './build-manifest.ts';
import { QuestionService } from './question.service.ts';
import { ShelfService } from './shelf.service.ts';

/** Publishes courses: a version is written once, and editions keep the one they were opened with. */
@Injectable()
export class CoursePublisher {
  constructor(
    private readonly db: Database,
    private readonly shelf: ShelfService,
    private readonly questions: QuestionService,
    private readonly audit: AuditService,
  ) {}

  /** Inside a transaction. Answers whether anything is new. */
  async publish(course: Course, terms: Terms): Promise<boolean> {
    const row = await this.rowOf(course);
    const lessons = unitsOf(course).flatMap(({ unit }) => (unit.kind === 'lesson' ? [unit] : []));
    await this.shelf.keep(lessons, course.media);
    const manifest = courseManifest(course, terms);
    const contentHash = courseHash(course, manifest);
    const known = await this.db.of(CourseVersion).findOneBy({ courseId: row.id, contentHash });
    if (known && known.id === row.currentVersionId) return false;
    const version = known ?? (await this.addVersion(row, course, { manifest, contentHash }));
    await this.db.of(CourseRow).update(row.id, { currentVersionId: version.id, status: course.status });
    await this.audit.record({
      actorId: null,
      action: 'course.publish',
      subjectKind: 'course',
      subjectId: row.id,
      detail: { key: course.key, n: version.n, versionId: version.id },
    });
    return true;
  }

  /** The course of this key: made when it is new, moved when its slug changed. */
  private async rowOf({ key, slug, status }: Course): Promise<CourseRow> {
    const found = await this.db.of(CourseRow).findOneBy({ key });
    if (!found) {
      const row = { id: newId(), key, slug, status, currentVersionId: null };
      await this.db.of(CourseRow).insert(row);
      return row;
    }
    if (found.slug !== slug) {
      await this.db.of(CourseRow).update(found.id, { slug });
      await this.shelf.move('course', found.id, found.slug, slug);
    }
    return found;
  }

  private async addVersion(
    { id: courseId }: CourseRow,
    course: Course,
    { manifest, contentHash }: Pick<CourseVersion, 'manifest' | 'contentHash'>,
  ): Promise<CourseVersion> {
    const n = (await this.db.of(CourseVersion).countBy({ courseId })) + 1;
    const { title, summary, minutes, topics } = course;
    const version = {
      ...{ id: newId(), courseId, n, contentHash, structureHash: structureHash(course) },
      ...{ title, summary, minutes, topics, manifest, createdAt: now() },
    };
    await this.shelf.insert(CourseVersion, [version]);
    const units = unitsOf(course).map((one, position) => unitRow(version.id, position, one));
    await this.shelf.insert(VersionUnit, units);
    await this.shelf.insert(
      VersionMedia,
      course.media.map(({ sha }) => ({ versionId: version.id, sha })),
    );
    await this.questions.publish(courseId, version.id, course);
    await this.shelf.insert(
      Task,
      tasksOf(course).map((task) => taskRow(version.id, task)),
    );
    return version;
  }
}

const unitRow = (
  versionId: string,
  position: number,
  { unit, moduleKey }: { unit: Unit; moduleKey: string | null },
) => ({
  versionId,
  unitKey: unit.key,
  position,
  moduleKey,
  kind: unit.kind,
  title: unit.title,
  minutes: unit.minutes,
  required: true,
  weight: unit.kind === 'lesson' ? null : unit.weight,
  sha: unit.kind === 'lesson' ? unit.sha : null,
});

/** What says the unit of a task is no column of it, and stays there. */
const taskRow = (versionId: string, { key: unitKey, ...task }: WrittenTask): Task => ({ versionId, unitKey, ...task });
