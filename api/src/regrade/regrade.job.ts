import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { z } from 'zod';
import { GradingService } from '../assessment/grading.service.ts';
import { NoticeService } from '../notify/notice.service.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { countPeople, findNota, findSides, holdAttempts, lockRegrade, markPerson, takePeople, writeSide } from './apply.sql.ts'; // prettier-ignore
import { newsOf } from './news.policy.ts';
import { Regrade, type RegradePerson, RegradePlace } from './regrade.entity.ts';
import { isSame, type Side } from './regrade.policy.ts';

type Taken = z.infer<typeof takePeople.rows>[number];
/** Of whom there is something to do, by what the regrade is about. */
const todo: Partial<Record<Regrade['state'], RegradePerson['outcome']>> = { applying: 'waiting', undoing: 'applied' };
/** In one transaction: few enough to be done in a second or two, so that little is lost when one is cut short. */
const chunk = 25;
/** How many times in one job. */
const turn = 40;

/**
 * Does the work of a regrade, some people at a time, each time in a transaction of its own. Cut short anywhere, it goes on
 * where it was when it is tried again: what is done is marked as done with it, and done once.
 */
@Injectable()
export class RegradeJob implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly grading: GradingService,
    private readonly notices: NoticeService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('regrade-work', ({ regradeId }) => this.work(regradeId));
  }

  /** Leaves what is beyond its turn to another, so that none runs for long. */
  private async work(regradeId: string): Promise<void> {
    for (let n = 0; n < turn; n++) if (!(await this.step(regradeId))) return;
    await this.jobs.send('regrade-work', { regradeId });
  }

  /** Answers whether there is more to do. */
  private step(id: string): Promise<boolean> {
    return this.db.transaction(async () => {
      const regrade = await this.db.of(Regrade).findOneBy({ id });
      const from = regrade && todo[regrade.state];
      if (!from) return false;
      const people = await this.db.read(takePeople, id, from, chunk);
      for (const person of people) await this.settle(regrade, person);
      const [left] = await this.db.read(countPeople, id, from);
      if (!left?.people) await this.finish(id);
      return people.length > 0 && Boolean(left?.people);
    });
  }

  private async finish(id: string): Promise<void> {
    await this.db.run(lockRegrade, [id]);
    const regrade = await this.db.of(Regrade).findOneByOrFail({ id });
    const state = regrade.state === 'undoing' || regrade.state === 'undone' ? 'undone' : 'applied';
    await this.db.of(Regrade).update({ id }, { state });
    await this.db.of(RegradePlace).update({ regradeId: id }, { busy: false });
  }

  /** Changes someone's attempts and, where it counts, their nota; or passes them by when they are not as was foreseen. */
  private async settle(regrade: Regrade, person: Taken): Promise<void> {
    const undoing = regrade.state === 'undoing';
    const steps = person.changes.map(({ attemptId, before, after }) => ({
      ...{ attemptId, from: undoing ? after : before, to: undoing ? before : after },
    }));
    const stands = !(undoing && person.decided) && (await this.isAsForeseen(steps));
    if (stands && steps.length > 0) await this.change(regrade, person, steps);
    await this.mark(regrade, person, undoing ? (stands ? 'undone' : 'left') : stands ? 'applied' : 'passed_by');
  }

  private mark({ id }: Regrade, { enrolmentId, unit }: Taken, outcome: RegradePerson['outcome']) {
    return this.db.run(markPerson, [id, enrolmentId, unit, outcome, now()]);
  }

  /** Holds the attempts, and compares them with what was found when it was decided. */
  private async isAsForeseen(steps: readonly { attemptId: string; from: Side }[]): Promise<boolean> {
    const ids = steps.map(({ attemptId }) => attemptId);
    await this.db.read(holdAttempts, ids);
    const positions = steps.map(({ from }) => from.answer?.position ?? -1);
    const sides = new Map((await this.db.read(findSides, ids, positions)).map((row) => [row.id, row]));
    return steps.every(({ attemptId, from }) => {
      const found = sides.get(attemptId);
      return found?.counts === true && isSame(found.side, from);
    });
  }

  private async change(regrade: Regrade, { enrolmentId, unit, personId }: Taken, steps: readonly Step[]) {
    for (const { attemptId, to } of steps) await this.db.run(writeSide, [attemptId, ...columnsOf(to)]);
    const [before] = await this.db.read(findNota, enrolmentId, unit);
    const undoing = regrade.state === 'undoing';
    await this.grading.publish(enrolmentId, unit, {
      ...{ cause: undoing ? 'undo' : 'regrade', actorId: undoing ? regrade.undoneBy : regrade.appliedBy },
      ...{ explanation: regrade.reason, batchId: regrade.id },
    });
    const [after] = await this.db.read(findNota, enrolmentId, unit);
    if (before && after && before.grade !== after.grade)
      await this.notices.tell([personId], newsOf(regrade, { enrolmentId, unit, title: after.title }, before, after));
  }
}

type Step = { attemptId: string; to: Side };

const nothing = { position: null, points: null, most: null, scoredWith: null, treatment: null };
const columnsOf = ({ points, maxPoints, nota, scale, answer }: Side) => {
  const { position, most, scoredWith, treatment, points: own } = answer ?? nothing;
  return [points, maxPoints, nota, scale && JSON.stringify(scale), position, own, most, scoredWith, treatment];
};
