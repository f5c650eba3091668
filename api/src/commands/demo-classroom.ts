import type { INestApplicationContext } from '@nestjs/common';
import { AttemptService } from '../assessment/attempt.service.ts';
import { EndAttempt } from '../assessment/end-attempt.service.ts';
import { StartAttempt } from '../assessment/start-attempt.service.ts';
import { solutionOf } from '../bank/scoring.policy.ts';
import { EditionService } from '../catalogue/edition.service.ts';
import { EnrolmentService } from '../enrolment/enrolment.service.ts';
import { type NewPerson, PersonService } from '../identity/person.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { wordsOf } from '../content/prose.service.ts';
import { Submission } from '../submission/submission.entity.ts';
import { essay } from './demo-essays.ts';
import { findDrawnKeys, handIn, moveBack } from './demo.sql.ts';

const course = 'por-que-convergencia';
const task = 'ficha-de-brechas';
const quizzes = ['control-1', 'control-2'];

/** Made-up people over the country, by region. */
const names = [
  ['Carolina', 'Mamani Choque', '01'],
  ['Hernán', 'Lincoqueo Ñanco', '09'],
  ['Paula', 'Echeverría Rojas', '04'],
  ['Tomás', 'Aguilar Mansilla', '12'],
  ['Marcela', 'Cayupán Díaz', '14'],
  ['Óscar', 'Huenchul Riffo', '08'],
  ['Sergio', 'Navarrete Pino', '07'],
  ['Daniela', 'Olivares Cea', '03'],
  ['Ignacia', 'Ramos Lillo', '16'],
  ['Felipe', 'Soto Alarcón', '05'],
  ['Elena', 'Vidal Oyarzún', '11'],
  ['Luis', 'Catrileo Paredes', '11'],
] as const;
/** Beyond the RUN that were given to anyone. */
const firstRun = 40_000_001;
/** The names go round three times, each given name with another family name. */
const classmates = Array.from({ length: 3 * names.length }, (_, n) => {
  const at = (shift: number) => names[(n + shift * Math.floor(n / names.length)) % names.length]!;
  return { givenNames: at(0)[0], familyNames: at(5)[1], region: at(7)[2] };
});

const days = (count: number) => new Date(now().getTime() + count * 24 * 60 * 60_000);

/** An edition in the middle of its course: quizzes taken, and a task that waits for whoever marks. */
export async function addClassroom(app: INestApplicationContext): Promise<void> {
  const { id } = await app.get(EditionService).open(
    {
      ...{ kind: 'course', slug: course, name: 'Edición en curso', seats: 60, timeZone: 'America/Santiago' },
      ...{ enrolFrom: days(-60), enrolUntil: days(20), startsAt: days(-50), endsAt: days(60) },
    },
    null,
  );
  for (const n of classmates.keys()) {
    const person = await app.get(PersonService).add(classmate(n), null);
    await study(app, actorOf(person.id), id, n);
  }
}

const classmate = (n: number): NewPerson => {
  const { givenNames, familyNames, region } = classmates[n]!;
  return {
    ...{ run: firstRun + n, givenNames, familyNames, email: null, grants: [], isDemo: true },
    ...{ institution: `gore-${region}`, comunaCut: null },
  };
};

const actorOf = (id: string): Actor => ({ id, sessionId: newId(), grants: [], permissions: new Set(['self']) });

/** The nth takes both quizzes, the better the lower their number, and hands in the task; two are still writing it. */
async function study(app: INestApplicationContext, actor: Actor, editionId: string, n: number): Promise<void> {
  const { id: enrolmentId } = await app.get(EnrolmentService).enrol(actor, editionId);
  for (const unit of quizzes) await take(app, actor, enrolmentId, unit, n);
  await write(app, actor, { editionId, enrolmentId }, n);
}

async function take(app: INestApplicationContext, actor: Actor, enrolmentId: string, unit: string, n: number) {
  const db = app.get(Database);
  const lease = newId();
  const { id } = await app.get(StartAttempt).start(actor, enrolmentId, unit, { lease });
  for (const { position, answerKey, drawn } of await db.read(findDrawnKeys, id)) {
    const knows = (position * 7 + n * 5) % 13 < 12 - n * 0.2;
    const response = knows ? solutionOf(answerKey, drawn) : null;
    await app.get(AttemptService).answer(actor, id, position, { lease, seq: 1, response, flagged: false });
  }
  await app.get(EndAttempt).submit(actor, id);
  await db.run(moveBack, [id, 12 + (n % 9)]);
}

const drafts = 2;

async function write(
  app: INestApplicationContext,
  actor: Actor,
  { editionId, enrolmentId }: { editionId: string; enrolmentId: string },
  n: number,
): Promise<void> {
  const db = app.get(Database);
  const [id, html] = [newId(), essay(n)];
  const sent = n < classmates.length - drafts;
  await db.of(Submission).insert({
    ...{ id, kind: 'task', editionId, unitKey: task, enrolmentId, groupId: null, attemptId: null, position: null },
    ...{ state: 'draft', version: 0, submittedAt: null, lateMinutes: 0, publishedAt: null, createdAt: days(-12) },
    ...{ draft: html, draftSeq: 1, draftSavedAt: days(-8) },
  });
  if (sent) await db.run(handIn, [id, days(-7 + n / 6), html, wordsOf(html), actor.id]);
}
