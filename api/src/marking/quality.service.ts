import { Injectable } from '@nestjs/common';
import { MarkAnswer } from '../assessment/mark-answer.service.ts';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { differences, type Pair, strengthOf, weightedKappa } from './agreement.policy.ts';
import { MarkPublication } from './marking.entity.ts';
import { isSound, sumOf } from './marking.policy.ts';
import { MarkingRoom } from './marking-room.ts';
import { PublishService } from './publish.service.ts';
import { QueueService } from './queue.service.ts';
import type { SampleBody, VerdictBody } from './share.schema.ts';
import { countDrawable, decide, drawSample, findModeration, findPairs, findSample, findTerms } from './share.sql.ts';
import { marksBy } from './terms.policy.ts';

function agreementOf(pairs: readonly Pair[]) {
  const kappa = weightedKappa(pairs);
  const apart = differences(pairs);
  return {
    ...{ n: pairs.length, kappa, strength: kappa === null ? null : strengthOf(kappa) },
    ...{ meanDifference: apart?.mean ?? null, meanDistance: apart?.absolute ?? null },
  };
}

/** How far those who mark agree, and the sample of their marks that somebody looks at again. */
@Injectable()
export class QualityService {
  constructor(
    private readonly db: Database,
    private readonly queues: QueueService,
    private readonly rooms: MarkingRoom,
    private readonly publishing: PublishService,
    private readonly answers: MarkAnswer,
    private readonly audit: AuditService,
  ) {}

  async agreement(actor: Actor, edition: string, unit: string) {
    const { rules, kind } = await this.queues.work(actor, edition, unit);
    const reach = reachOf(actor.grants, 'marking:read');
    const pairs = await this.db.read(findPairs, ...reach, edition, unit);
    const [terms] = await this.db.read(findTerms, ...reach, edition, unit);
    const threshold = rules.doubleThreshold;
    const apart = ({ first, second }: (typeof pairs)[number]) =>
      Math.abs((first.grade ?? first.points) - (second.grade ?? second.points));
    const settled = pairs.filter(({ third }) => third).length;
    const disputed =
      kind === 'task' ? pairs.filter((pair) => !pair.third && apart(pair) > (threshold ?? 60)).length : 0;
    const pointsOf = (criteria: (typeof pairs)[number]['first']['criteria'], id: string) =>
      criteria.find((each) => each.id === id)?.points ?? 0;
    return {
      unit: kind === 'task' ? ('tenths' as const) : ('thousandths' as const),
      ...{ threshold, settled, disputed, agreed: pairs.length - settled - disputed, waiting: terms?.waiting ?? 0 },
      overall: agreementOf(
        pairs.map(({ first, second }) => [first.grade ?? first.points, second.grade ?? second.points]),
      ),
      criteria: (terms?.rubric?.criteria ?? []).map(({ id, title }) => ({
        ...{ id, title },
        ...agreementOf(pairs.map(({ first, second }) => [pointsOf(first.criteria, id), pointsOf(second.criteria, id)])),
      })),
    };
  }

  async sample(actor: Actor, edition: string, unit: string) {
    await this.queues.work(actor, edition, unit);
    return { items: await this.db.read(findSample, ...reachOf(actor.grants, 'marking:manage'), edition, unit) };
  }

  draw(actor: Actor, edition: string, unit: string, body: SampleBody) {
    return this.db.transaction(async () => {
      await this.queues.work(actor, edition, unit);
      const reach = reachOf(actor.grants, 'marking:manage');
      const [able = { count: 0 }] = await this.db.read(countDrawable, ...reach, edition, unit);
      const many = 'count' in body ? body.count : Math.ceil((able.count * body.percent) / 100);
      const { count } = await this.db.run(drawSample, [...reach, edition, unit, actor.id, now(), many]);
      await this.audit.record({
        ...{ actorId: actor.id, action: 'moderation.draw', subjectKind: 'edition', subjectId: edition },
        detail: { unit, ...body, drawn: count },
      });
      return { drawn: count };
    });
  }

  /** Confirms a mark, or publishes another with the reason that the learner reads. Once. */
  judge(actor: Actor, id: string, body: VerdictBody): Promise<void> {
    return this.db.transaction(async () => {
      const [found] = await this.db.read(findModeration, id);
      if (!found) throw new Refusal('not_found');
      await this.answers.hold(found.submissionId);
      const marked = await this.rooms.lock(actor, found.submissionId, 'marking:manage');
      if (found.verdict !== null) throw new Refusal('mark_published');
      if (marked.state !== 'published') throw new Refusal('not_markable');
      const reason = body.verdict === 'changed' ? body.reason : null;
      if (body.verdict === 'changed') await this.change(actor, marked, body);
      await this.db.run(decide, [id, body.verdict, reason, actor.id, now()]);
      await this.audit.record({
        ...{ actorId: actor.id, action: `moderation.${body.verdict}`, subjectKind: 'submission' },
        ...{ subjectId: marked.id, detail: { reason } },
      });
    });
  }

  private async change(
    actor: Actor,
    marked: Awaited<ReturnType<MarkingRoom['lock']>>,
    { criteria, reason }: Extract<VerdictBody, { verdict: 'changed' }>,
  ) {
    const { rubric } = marksBy(marked);
    if (!isSound(rubric, criteria)) throw new Refusal('mark_misfit');
    if (!sumOf(rubric, criteria).complete) throw new Refusal('mark_incomplete');
    const { published } = await this.rooms.room(marked.id);
    const last = await this.db.of(MarkPublication).findOneByOrFail({ submissionId: marked.id, n: published });
    const content = { criteria, annotations: last.annotations, feedback: last.feedback };
    await this.publishing.announce(actor, marked, content, { cause: 'moderation', reason, published });
  }
}
