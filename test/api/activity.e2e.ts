import { jest } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../api/src/platform/id.ts';
import { LearningEvent, UnitProgress } from '../../api/src/progress/progress.entity.ts';
import { anonymous, as, db, type Visitor } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment } from '../support/make-course.ts';
import { aLearner } from '../support/make.ts';

jest.setTimeout(60_000);

async function aReader() {
  const { versionId } = await aCourse({ lessons: 3 });
  const edition = await anEdition({ courseVersionId: versionId });
  const me = await aLearner();
  return { me, enrolment: await anEnrolment(me, edition) };
}

type Said = { kind: string; unit?: string; at?: string; [more: string]: unknown };
const event = (
  enrolment: { id: string },
  { kind, unit = 'leccion-1', at = new Date().toISOString(), ...more }: Said,
) => ({
  ...{ id: newId(), enrolmentId: enrolment.id, unit, at, kind, ...more },
});
const send = (me: Visitor, events: object[]) => as(me).post('/api/activity').send({ events });
const progressOf = async ({ id }: { id: string }) => {
  const rows = await db.of(UnitProgress).find({ where: { enrolmentId: id }, order: { unitKey: 'ASC' } });
  return rows.map(({ unitKey, doneAt, seconds, permille, anchor }) => ({
    ...{ unitKey, done: doneAt !== null, seconds, permille, anchor },
  }));
};

it('applies a batch once, however often it is sent', async () => {
  const { me, enrolment } = await aReader();
  const events = [
    event(enrolment, { kind: 'opened' }),
    event(enrolment, { kind: 'active', seconds: 40 }),
    event(enrolment, { kind: 'position', anchor: 'caso', permille: 400 }),
    event(enrolment, { kind: 'read' }),
  ];
  const first = await send(me, events).expect(200);
  expect(first.body).toEqual({ held: events.map(({ id }) => id), refused: [] });
  const again = await Promise.all([send(me, events), send(me, [...events].reverse()), send(me, events)]);
  for (const answer of again) expect(answer.body.held.sort()).toEqual(events.map(({ id }) => id).sort());
  expect(await progressOf(enrolment)).toEqual([
    { unitKey: 'leccion-1', done: true, seconds: 40, permille: 400, anchor: 'caso' },
  ]);
  const room = await as(me).get(`/api/enrolments/${enrolment.id}`).expect(200);
  expect(room.body).toMatchObject({ lessons: { done: 1, all: 3 }, next: 'leccion-2' });
});

it('comes to the same in one batch, in many, repeated or shuffled within a batch', async () => {
  const { me } = await aReader();
  const said = fc.oneof(
    fc.record({ kind: fc.constantFrom('opened', 'read', 'unread'), unit: fc.constantFrom('leccion-1', 'leccion-2') }),
    fc.record({
      kind: fc.constant('active'),
      unit: fc.constant('leccion-1'),
      seconds: fc.integer({ min: 1, max: 300 }),
    }),
    fc.record({
      kind: fc.constant('position'),
      unit: fc.constant('leccion-2'),
      anchor: fc.constant(null),
      permille: fc.nat(1000),
    }),
  );
  const property = fc.asyncProperty(
    fc.array(said, { minLength: 1, maxLength: 12 }),
    fc.integer({ min: 1, max: 4 }),
    async (all, size) => {
      const { versionId } = await aCourse({ lessons: 3 });
      const enrolments = [];
      for (let copies = 0; copies < 2; copies++)
        enrolments.push(await anEnrolment(me, await anEdition({ courseVersionId: versionId })));
      const [whole, pieces] = [enrolments[0]!, enrolments[1]!];
      const written = all.map((one, i) => ({ ...event(whole, one), id: newId(new Date(1_790_000_000_000 + i)) }));
      await send(me, [...written].reverse()).expect(200);
      const copies = written.map((one, i) => ({
        ...one,
        enrolmentId: pieces.id,
        id: newId(new Date(1_790_000_000_000 + i)),
      }));
      for (let i = 0; i < copies.length; i += size) {
        const batch = copies.slice(i, i + size);
        await send(me, [...batch, ...batch]).expect(200);
        await send(me, batch).expect(200);
      }
      expect(await progressOf(pieces)).toEqual(await progressOf(whole));
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

it('takes the order of receipt between batches, and keeps the word of the device as evidence', async () => {
  const { me, enrolment } = await aReader();
  const read = event(enrolment, { kind: 'read', at: '2026-11-20T12:00:00-03:00' });
  await send(me, [read]).expect(200);
  await send(me, [event(enrolment, { kind: 'unread', at: '2026-11-19T12:00:00-03:00' })]).expect(200);
  expect(await progressOf(enrolment)).toMatchObject([{ done: false }]);
  const kept = await db.of(LearningEvent).findOneByOrFail({ eventId: read.id });
  expect(kept.occurredAt.toISOString()).toBe('2026-11-20T15:00:00.000Z');
});

it('says of each event that can never be applied why, and applies the rest', async () => {
  const { me, enrolment } = await aReader();
  const other = await aReader();
  const year = 365 * 24 * 3600_000;
  const events = [
    event(enrolment, { kind: 'read' }),
    event(enrolment, { kind: 'read', unit: 'no-existe' }),
    event(other.enrolment, { kind: 'read' }),
    event(enrolment, { kind: 'read', unit: 'leccion-2', at: new Date(Date.now() + year).toISOString() }),
    event(enrolment, { kind: 'read', unit: 'leccion-3', at: new Date(Date.now() - 2 * year).toISOString() }),
  ];
  const { body } = await send(me, events).expect(200);
  expect(body.held).toEqual([events[0]!.id]);
  expect(body.refused.map(({ code }: { code: string }) => code)).toEqual([
    'unknown_unit',
    'not_yours',
    'future',
    'ancient',
  ]);
  expect(await progressOf(other.enrolment)).toEqual([]);
});

it('refuses a batch that it cannot read', async () => {
  const { me, enrolment } = await aReader();
  const one = event(enrolment, { kind: 'read' });
  for (const events of [
    [],
    [{ ...one, id: 'x' }],
    [{ ...one, more: 1 }],
    [{ ...one, kind: 'hacked' }],
    Array(201).fill(one),
  ])
    await send(me, events).expect(422);
  await anonymous()
    .post('/api/activity')
    .send({ events: [one] })
    .expect(401);
});

it('keeps notes for their writer alone, under the id that the browser gave', async () => {
  const { me, enrolment } = await aReader();
  const other = await aReader();
  const id = newId();
  const lesson = `/api/enrolments/${enrolment.id}/lessons/leccion-1`;
  const write = (who: Visitor, body: string) => as(who).put(`${lesson}/notes/${id}`).send({ body });
  await write(me, 'Pedir <b>el calendario</b>').expect(200);
  await write(me, 'Pedir el calendario').expect(200);
  await write(other.me, 'mía').expect(404);
  await write(me, ' ').expect(422);
  expect((await write(me, 'a\u0000b').expect(400)).body.code).toBe('malformed'); // PostgreSQL keeps no NUL
  const { body } = await as(me).get(lesson).expect(200);
  expect(body.notes).toEqual([{ id, body: 'Pedir el calendario', changedAt: expect.any(String) }]);
  const mine = `/api/enrolments/${enrolment.id}/notes/${id}`;
  await as(other.me).delete(mine).expect(404);
  await as(me).delete(mine).expect(204);
  expect((await as(me).get(lesson).expect(200)).body.notes).toEqual([]);
});

it('remembers where the reader stopped, and answers 304 while nothing changed', async () => {
  const { me, enrolment } = await aReader();
  const lesson = () => as(me).get(`/api/enrolments/${enrolment.id}/lessons/leccion-2`);
  await send(me, [event(enrolment, { kind: 'position', unit: 'leccion-2', anchor: 'caso', permille: 250 })]).expect(
    200,
  );
  const seen = await lesson().expect(200).expect('cache-control', 'private, no-cache');
  expect(seen.body).toMatchObject({
    ...{ position: { anchor: 'caso', permille: 250 }, read: false, number: 2 },
    ...{ previous: { key: 'leccion-1' }, next: { key: 'leccion-3' } },
  });
  await lesson().set('if-none-match', seen.headers['etag']!).expect(304);
  await as(await aLearner())
    .get(`/api/enrolments/${enrolment.id}/lessons/leccion-2`)
    .expect(404);
  await as(me).get(`/api/enrolments/${enrolment.id}/lessons/control`).expect(404);
});
