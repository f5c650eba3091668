import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { defaultRules } from '../content/grade-rules.policy.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { Appeal } from './appeal.entity.ts';
import { after, askUntil, mayAsk, maySecond } from './appeal.policy.ts';
import { type AppealRow, findNota, findOwnAppeal, findOwnAppeals, findStaff, lockAppeal } from './appeal.sql.ts';
import { appealView } from './appeal-view.ts';

const daysOf = ({ rules }: Pick<AppealRow, 'rules'>) => (rules ?? defaultRules([])).appeals;
const nothing = {
  ...{ answeredBy: null, answeredAt: null, answer: null, secondUntil: null, secondText: null, secondAt: null },
  ...{ settleDueAt: null, settledBy: null, settledAt: null, upheld: null, settlement: null, gradeAfter: null },
};

/** A learner asks to mark a nota again, and goes on to the second instance. */
@Injectable()
export class AppealService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly notices: NoticeService,
  ) {}

  async own(actor: Actor, enrolmentId: string, unit: string) {
    const nota = await this.nota(actor, enrolmentId, unit);
    const appeals = await this.db.read(findOwnAppeals, enrolmentId, unit, actor.id);
    const { title, course, kind, grade } = nota;
    return {
      ...{ title, course, kind, grade, bar: barOf(nota, appeals), answerDays: daysOf(nota).answer },
      askUntil: askUntil(nota.publishedAt, daysOf(nota)),
      appeals: appeals.map(appealView),
    };
  }

  /** Once a nota, in time. The database refuses a second open one. */
  async ask(actor: Actor, enrolmentId: string, unit: string, text: string) {
    await this.db.transaction(async () => {
      const nota = await this.nota(actor, enrolmentId, unit);
      const bar = barOf(nota, await this.db.read(findOwnAppeals, enrolmentId, unit, actor.id));
      if (bar) throw new Refusal(bar);
      const [id, askedAt] = [newId(), now()];
      const appeal = {
        id,
        enrolmentId,
        unitKey: unit,
        state: 'asked',
        text,
        askedAt,
        gradeBefore: nota.grade,
      } as const;
      const answerDueAt = after(askedAt, daysOf(nota).answer);
      await refuseOn(
        'appeal_open_key',
        'appeal_open',
        this.db.of(Appeal).insert({ ...nothing, ...appeal, answerDueAt }),
      );
      await this.record(actor, 'appeal.ask', id, { enrolmentId, unit });
      const tutors = await this.db.read(findStaff, nota.editionId, 'tutor', null, askedAt);
      await this.tell(tutors, id, `${nota.given} pide recorrección de «${nota.title}».`);
    });
    return this.own(actor, enrolmentId, unit);
  }

  /** In time after it was rejected, or once its answer is overdue. */
  async second(actor: Actor, id: string, text: string) {
    await this.db.transaction(async () => {
      await this.db.run(lockAppeal, [id]);
      const appeal = await this.mine(actor, id);
      if (!maySecond(appeal, now())) throw new Refusal('appeal_closed');
      const [secondAt, settleDueAt] = [now(), after(now(), daysOf(appeal).settle)];
      await this.db.of(Appeal).update(id, { state: 'second', secondText: text, secondAt, settleDueAt });
      await this.record(actor, 'appeal.second', id, {});
      const { editionId, regionCut, person, title } = appeal;
      const coordinators = await this.db.read(findStaff, editionId, 'coordinator', regionCut, secondAt);
      await this.tell(coordinators, id, `${person.given} lleva «${title}» a segunda instancia.`);
    });
    return appealView(await this.mine(actor, id));
  }

  async nota(actor: Actor, enrolmentId: string, unit: string) {
    const [found] = await this.db.read(findNota, enrolmentId, unit, actor.id);
    if (!found) throw new Refusal('not_found');
    return found;
  }

  private async mine(actor: Actor, id: string) {
    const [found] = await this.db.read(findOwnAppeal, id, actor.id);
    if (!found) throw new Refusal('not_found');
    return found;
  }

  private record({ id: actorId }: Actor, action: string, subjectId: string, detail: object) {
    return this.audit.record({ actorId, action, subjectKind: 'appeal', subjectId, detail });
  }

  private async tell(people: { id: string }[], id: string, body: string): Promise<void> {
    const news = { kind: 'appeal.asked', title: 'Hay una solicitud de recorrección', body };
    const ids = people.map((person) => person.id);
    await this.notices.tell(ids, { ...news, path: `/notas/recorrecciones/${id}` });
  }
}

type Nota = Awaited<ReturnType<AppealService['nota']>>;

const barOf = (nota: Nota, [last, ...rest]: AppealRow[]) =>
  mayAsk(
    {
      publishedAt: nota.publishedAt,
      lastAskedAt: last?.askedAt ?? null,
      open: [...(last ? [last] : []), ...rest].some(({ state }) => state === 'asked' || state === 'second'),
    },
    daysOf(nota),
    now(),
  );
