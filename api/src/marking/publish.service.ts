import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { MarkAnswer } from '../assessment/mark-answer.service.ts';
import { Ledger } from '../ledger/ledger.service.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { dropClaim, findMembers, giveMark, type Marked, setState } from './item.sql.ts';
import { MarkPublication } from './marking.entity.ts';
import { middleOf, outcomeOf, sumOf } from './marking.policy.ts';
import type { Annotation, GivenCriterion, PublishBody } from './marking.schema.ts';
import { MarkingRoom, type Place } from './marking-room.ts';
import { findLastPublication } from './publish.sql.ts';
import { marksBy, notaOf } from './terms.policy.ts';

type Content = { criteria: GivenCriterion[]; annotations: Annotation[]; feedback: string };
type Because = { cause: MarkPublication['cause']; reason?: string | null; published: number };
type Published = { outcome: 'published' | 'waiting' | 'disputed'; grade: number | null; points: number };

/** Gives marks and publishes them: to the gradebook, to the attempt, to whoever learns. */
@Injectable()
export class PublishService {
  constructor(
    private readonly db: Database,
    private readonly rooms: MarkingRoom,
    private readonly ledger: Ledger,
    private readonly answers: MarkAnswer,
    private readonly notices: NoticeService,
    private readonly audit: AuditService,
  ) {}

  /** Gives the draft as it stands; where one person marks, that publishes it, and where two do, once they agree. */
  publish(actor: Actor, id: string, body: PublishBody): Promise<Published> {
    return this.db.transaction(async () => {
      await this.answers.hold(id);
      const marked = await this.rooms.lock(actor, id);
      const { published } = await this.rooms.room(marked.id);
      if (published !== body.published) await this.refuse(id);
      const place = await this.rooms.enter(actor, id, body.version);
      this.rooms.fresh(actor, place, body.revision);
      const given = await this.give(actor, place);
      await this.db.run(dropClaim, [id, actor.id]);
      return marked.doubleThreshold === null
        ? this.announce(actor, marked, given.content, { cause: 'mark', published })
        : this.settle(actor, place, { ...given, threshold: marked.doubleThreshold, published });
    });
  }

  /** Writes what the learner reads from now on, and carries it to where it counts. */
  async announce(actor: Actor, marked: Marked, content: Content, because: Because): Promise<Published> {
    const { rubric, maxPoints, penalty } = marksBy(marked);
    const { points } = sumOf(rubric, content.criteria);
    const grade = notaOf(marked, points)?.grade ?? null;
    const { cause, reason = null, published } = because;
    await this.db.of(MarkPublication).insert({
      ...{ id: newId(), submissionId: marked.id, n: published + 1, version: marked.version, cause, actorId: actor.id },
      ...{ points, maxPoints, penalty, grade, ...content, reason, publishedAt: now() },
    });
    await this.db.run(setState, [marked.id, 'published', now()]);
    await (marked.kind === 'answer' ? this.carryAnswer(actor, marked, points) : this.carry(actor, marked, grade));
    await this.audit.record({
      ...{ actorId: actor.id, action: 'mark.publish', subjectKind: 'submission', subjectId: marked.id },
      detail: { n: published + 1, version: marked.version, cause, points, maxPoints, penalty, grade },
    });
    return { outcome: 'published', grade, points };
  }

  private async give(actor: Actor, { marked, mark }: Place) {
    const { rubric } = marksBy(marked);
    const sum = mark && sumOf(rubric, mark.criteria);
    if (!sum?.complete) throw new Refusal('mark_incomplete');
    const grade = notaOf(marked, sum.points)?.grade ?? null;
    await this.db.run(giveMark, [mark!.id, sum.points, grade, now(), actor.id]);
    const { criteria, annotations, feedback } = mark!;
    return { content: { criteria, annotations, feedback }, points: sum.points, grade };
  }

  /** Two marks that agree meet in the middle; of two that do not, a third decides. */
  private async settle(
    actor: Actor,
    { marked, place }: Place,
    given: { content: Content; points: number; grade: number | null; threshold: number; published: number },
  ): Promise<Published> {
    const { marks } = await this.rooms.room(marked.id);
    const { points, grade, published } = given;
    await this.audit.record({
      ...{ actorId: actor.id, action: 'mark.give', subjectKind: 'submission', subjectId: marked.id },
      detail: { place, points, grade },
    });
    const outcome = outcomeOf(marks, given.threshold, marksBy(marked).maxPoints);
    if (outcome === 'settled') return this.announce(actor, marked, given.content, { cause: 'third', published });
    if (outcome !== 'agreed') return { outcome, points, grade };
    const [first, second] = [1, 2].map((each) => marks.find((mark) => mark.place === each)!);
    const middle = {
      criteria: middleOf(first!.criteria, second!.criteria),
      annotations: [...first!.annotations, ...second!.annotations],
      feedback: [first!.feedback, second!.feedback].filter(Boolean).join('\n\n'),
    };
    return this.announce(actor, marked, middle, { cause: 'agreed', published });
  }

  /** The points of an answer go to its attempt; the learner is told once nothing of it waits. */
  private async carryAnswer(actor: Actor, marked: Marked, points: number) {
    const { attemptId, position, personId, title, course } = marked;
    const { pending } = await this.answers.mark(actor.id, attemptId ?? '', position ?? 0, points);
    if (pending === 0)
      await this.notices.tell([personId], {
        kind: 'mark.published',
        title: `Revisaron tus respuestas de «${title}»`,
        body: `Las respuestas escritas del curso «${course}» ya tienen puntaje. Verás tu nota cuando se publique.`,
        path: `/intentos/${attemptId}/resultado`,
      });
  }

  /** A task's nota goes to everyone whose work it is. */
  private async carry(actor: Actor, marked: Marked, grade: number | null) {
    const members = await this.db.read(findMembers, marked.id);
    for (const { enrolmentId, personId } of members) {
      if (grade !== null)
        await this.ledger.compute({ enrolmentId, unit: marked.unit }, grade, { cause: 'mark', actorId: actor.id });
      await this.notices.tell([personId], {
        kind: 'mark.published',
        title: `Ya está tu nota de «${marked.title}»`,
        body: `Revisaron tu entrega del curso «${marked.course}». Lee la pauta, los comentarios y cómo se calculó tu nota.`,
        path: `/estudio/${enrolmentId}/tareas/${marked.unit}/nota`,
      });
    }
  }

  private async refuse(id: string): Promise<never> {
    const [last] = await this.db.read(findLastPublication, id);
    throw new Refusal('mark_published', { ...(last && { detail: { ...last, at: last.at.toISOString() } }) });
  }
}
