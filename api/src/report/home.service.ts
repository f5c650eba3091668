import { Injectable } from '@nestjs/common';
import { programmeGrade } from '../grade/grade.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { minutesLeft, standingOf } from './home.policy.ts';
import { type Agenda, findAgenda, findLines } from './home.sql.ts';

type Row = Awaited<ReturnType<HomeService['lines']>>[number];
type Resume = NonNullable<Agenda['resume']>;

/** The learner's first page, in two statements whatever the number of courses. */
@Injectable()
export class HomeService {
  constructor(private readonly db: Database) {}

  async of({ id }: Pick<Actor, 'id'>) {
    const [lines, [agenda]] = await Promise.all([this.lines(id), this.db.read(findAgenda, id, now())]);
    const { resume = null, due = [], certificates = [] } = agenda ?? {};
    return {
      resume: resume && resumed(resume),
      ...{ due, certificates },
      programmes: [...Map.groupBy(lines, ({ rootId }) => rootId).values()].flatMap(programmeOf),
      courses: lines.filter(({ programme }) => !programme).map(lineOf),
    };
  }

  private async lines(personId: string) {
    const rows = await this.db.read(findLines, personId);
    return rows.map((row) => ({ ...row, ...standingOf(row, now()) }));
  }
}

const resumed = ({ minutes, permille, ...place }: Resume) => ({
  ...place,
  minutesLeft: minutesLeft(minutes, permille),
});

const lineOf = ({ enrolmentId, slug, title, state, startsAt, lessonsDone, lessonsAll, grade }: Row) => ({
  ...{ enrolmentId, slug, title, state, startsAt, lessonsDone, lessonsAll, grade },
});

/** Its provisional nota is the average of the courses whose nota is final. */
function programmeOf(courses: Row[]) {
  const [first] = courses;
  if (!first?.programme) return [];
  const weighed = courses.map(({ weight, grade, state }) => ({
    weight: weight ?? 0,
    grade: state === 'passed' || state === 'failed' ? grade : null,
  }));
  const { provisional } = programmeGrade(weighed);
  return [{ enrolmentId: first.rootId, ...first.programme, provisional, courses: courses.map(lineOf) }];
}
