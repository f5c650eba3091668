import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import { arrange } from '../bank/arrange.policy.ts';
import { fits } from '../bank/scoring.policy.ts';
import { cleanProse } from '../content/prose.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AdvanceBody, AnswerBody, NotedBody } from './assessment.schema.ts';
import { advance, findAttempt, findPlace, findSaved, noteEvents, saveAnswer, takeLease } from './assessment.sql.ts';
import { AttemptLogService } from './attempt-log.service.ts';
import { grace, isOver } from './attempt.policy.ts';
import { EndAttempt } from './end-attempt.service.ts';

type Place = z.infer<typeof findPlace.rows>[number];

/** The hour that a deadline must not have reached: what was on its way at the deadline still counts. */
const lastCall = () => new Date(now().getTime() - grace);

@Injectable()
export class AttemptService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly end: EndAttempt,
    private readonly log: AttemptLogService,
  ) {}

  /** The attempt's page, in one statement. An attempt past its deadline is ended first. */
  async view(actor: Actor, id: string) {
    let [found] = await this.db.read(findAttempt, id, actor.id);
    if (found && !found.submittedAt && isOver(found.deadlineAt, now())) {
      await this.end.close(id);
      [found] = await this.db.read(findAttempt, id, actor.id);
    }
    if (!found) throw new Refusal('not_found');
    const questions = found.questions.map(({ order, drawn, body, ...rest }) => ({
      ...rest,
      body: arrange(body, order, drawn),
    }));
    return { ...found, now: now(), questions };
  }

  async takeOver(actor: Actor, id: string, lease: string) {
    await this.db.transaction(async () => {
      const { count } = await this.db.run(takeLease, [id, actor.id, lease, lastCall()]);
      if (!count) return;
      await this.log.write(id, actor, { kind: 'taken' });
      await this.audit.record({ actorId: actor.id, action: 'attempt.take', subjectKind: 'attempt', subjectId: id });
    });
    const attempt = await this.view(actor, id);
    if (attempt.submittedAt) throw new Refusal('attempt_ended');
    return attempt;
  }

  /** Goes on to the next question, from which there is no way back. */
  async advance(actor: Actor, id: string, { lease, from }: AdvanceBody) {
    const { rows } = await this.db.run(advance, [id, actor.id, lease, from, lastCall()]);
    const [moved] = rows as { reached: number }[];
    if (moved) return moved;
    const place = await this.placeOf(actor, id, from);
    if (place.ended) throw new Refusal('attempt_ended');
    if (place.lease !== lease) throw new Refusal('stale_save', { detail: { lease: place.lease, questions: [] } });
    return { reached: place.reached };
  }

  /** Writes down that the page was left or returned to, up to a thousand times. The hour is the device's, kept as it was told. */
  async note(actor: Actor, id: string, { events }: NotedBody): Promise<void> {
    const columns = [events.map((one) => one.id), events.map((one) => one.kind), events.map((one) => one.at)];
    await this.db.run(noteEvents, [id, actor.id, actor.sessionId, ...columns]);
  }

  /** Saves an answer: one look at the question, and one statement that writes only if everything still holds. */
  async answer(actor: Actor, id: string, position: number, given: AnswerBody) {
    const answer = { ...given, response: cleaned(given.response) };
    const place = await this.placeOf(actor, id, position);
    if (answer.response && !fits(place.body, answer.response)) throw new Refusal('response_misfit');
    const { lease, seq, response, flagged, seconds = 0 } = answer;
    const written = response && JSON.stringify(response);
    const [saved] = await this.db.read(
      saveAnswer,
      ...([id, position, actor.id, lease, seq, written, flagged, now(), lastCall(), seconds] as const),
    );
    return saved ?? this.unsaved(id, await this.placeOf(actor, id, position), answer);
  }

  private async placeOf(actor: Actor, id: string, position: number) {
    const [place] = await this.db.read(findPlace, id, position, actor.id, lastCall());
    if (!place) throw new Refusal('not_found');
    const { body } = place;
    if (!body) throw new Refusal('unknown_question');
    return { ...place, body };
  }

  /** Why nothing was written. An answer that is saved already was sent twice: the first acknowledgement was lost. */
  private async unsaved(id: string, place: Place, answer: AnswerBody): Promise<{ seq: number; savedAt: Date }> {
    if (place.savedAt && isSaved(place, answer)) return { seq: answer.seq, savedAt: place.savedAt };
    if (place.ended) throw new Refusal('attempt_ended');
    if (place.closed) throw new Refusal('question_closed');
    const questions = await this.db.read(findSaved, id);
    throw new Refusal('stale_save', { detail: { lease: place.lease, questions } });
  }
}

/** What is written in an essay, with only what prose may hold: people who mark it see it as it is kept. */
const cleaned = (response: AnswerBody['response']): AnswerBody['response'] =>
  response?.kind === 'essay' ? { ...response, html: cleanProse(response.html) } : response;

const isSaved = (place: Place, { lease, seq, response, flagged }: AnswerBody) =>
  isDeepStrictEqual([place.lease, place.seq, place.response, place.flagged], [lease, seq, response, flagged]);
