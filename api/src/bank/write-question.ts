import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { htmlToPhrase } from '../content/phrase.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { canonical, fingerprint } from '../platform/fingerprint.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import type { NewQuestion, QuestionAbout, QuestionEdit, Wording } from './bank.schema.ts';
import { mediaOf, phrasesOf, plainOf } from './phrases.policy.ts';
import { Question, QuestionMedia, QuestionVersion } from './question.entity.ts';
import { renderedOf } from './rendered.ts';
import { findTwins, readQuestion, unknownTerritories } from './question.sql.ts';
import { TwinService } from './twin.service.ts';

type Held = Wording & { id: string; currentVersionId: string; n: number };

/** Writes questions: every edit is a version more, and of two who edit the same one the second is told. */
@Injectable()
export class WriteQuestion {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly twins: TwinService,
  ) {}

  create(actor: Actor, { about, wording }: NewQuestion) {
    const rendered = renderedOf(wording);
    return this.db.transaction(async () => {
      const id = newId();
      await this.checkTerritories(about);
      const row = {
        id,
        courseId: null,
        key: id,
        ...about,
        folderAbout: null,
        currentVersionId: null,
        comparedVersionId: null,
      };
      await namingWrong(this.db.of(Question).insert({ ...row, origin: 'editor', retiredAt: null, createdAt: now() }));
      const versionId = await this.addVersion(actor, id, 1, rendered, null);
      await this.audit.record({ actorId: actor.id, action: 'question.create', subjectKind: 'question', subjectId: id });
      return this.written(id, versionId, 1);
    });
  }

  edit(actor: Actor, id: string, { base, about, wording, note }: QuestionEdit) {
    return this.db.transaction(async () => {
      const held = await this.hold(id);
      if (held.currentVersionId !== base)
        throw new Refusal('stale_question', { detail: { currentVersionId: held.currentVersionId, n: held.n } });
      await this.checkTerritories(about);
      await namingWrong(this.db.of(Question).update({ id }, about));
      const rendered = renderedOf(wording, keptOf(held));
      const { points, body, answerKey } = held;
      const same = canonical(rendered) === canonical({ points, body, answerKey });
      const n = same ? held.n : await this.nextN(id);
      const versionId = same ? base : await this.addVersion(actor, id, n, rendered, note);
      const detail = { from: held.n, to: n, note };
      await this.audit.record({
        ...{ actorId: actor.id, action: 'question.edit', subjectKind: 'question', subjectId: id, detail },
      });
      return this.written(id, versionId, n);
    });
  }

  /** Out of use, or in use again. Where it stands already it stays. */
  async setRetired(actor: Actor, id: string, retired: boolean): Promise<void> {
    await this.db.transaction(async () => {
      const { affected } = await this.db.of(Question).update({ id }, { retiredAt: retired ? now() : null });
      if (!affected) throw new Refusal('not_found');
      if (retired) await this.twins.forget(id);
      else await this.twins.compare([id]);
      const action = retired ? 'question.retire' : 'question.restore';
      await this.audit.record({ actorId: actor.id, action, subjectKind: 'question', subjectId: id });
    });
  }

  private async hold(id: string): Promise<Held> {
    // first the lock: only what is read after it is what the other left
    await this.db.run('select id from question where id = $1 for update', [id]);
    const { rows } = await this.db.run(readQuestion, [id]);
    const [held] = rows as Held[];
    if (!held) throw new Refusal('not_found');
    return held;
  }

  /** One more than the last, which a draft from the folder may be. */
  private async nextN(questionId: string): Promise<number> {
    return ((await this.db.of(QuestionVersion).maximum('n', { questionId })) ?? 0) + 1;
  }

  private async addVersion(actor: Actor, questionId: string, n: number, wording: Wording, note: string | null) {
    const { points, body, answerKey } = wording;
    const [id, sha] = [newId(), fingerprint({ questionId, n, wording })];
    const row = { id, questionId, n, sha, kind: body.kind, points, body, answerKey, plain: plainOf(body) };
    await this.db.of(QuestionVersion).insert({ ...row, createdBy: actor.id, note, createdAt: now() });
    const media = mediaOf({ body, answerKey }).map((sha) => ({ versionId: id, sha }));
    if (media.length > 0)
      await refuseOn('question_media_blob_fkey', 'unknown_image', this.db.of(QuestionMedia).insert(media));
    await this.db.of(Question).update({ id: questionId }, { currentVersionId: id });
    await this.twins.compare([questionId]);
    return id;
  }

  private async written(id: string, versionId: string, n: number) {
    return { id, versionId, n, twins: await this.db.read(findTwins, id) };
  }

  private async checkTerritories({ territories }: QuestionAbout): Promise<void> {
    const unknown = await this.db.read(unknownTerritories, territories);
    if (unknown.length > 0) throw new Refusal('invalid', { errors: [{ path: 'about.territories', code: 'unknown' }] });
  }
}

/** The constraints that tell of a category or a topic that is not there. */
async function namingWrong<T>(write: Promise<T>): Promise<T> {
  return refuseOn(
    'question_topic_fkey',
    'unknown_topic',
    refuseOn('question_category_fkey', 'unknown_category', write),
  );
}

/** What was written before, by its Markdown: a phrase that nobody touched keeps its HTML to the letter. */
function keptOf({ body, answerKey }: Wording): Map<string, string> {
  return new Map(phrasesOf({ body, answerKey }).map((html) => [htmlToPhrase(html), html]));
}
