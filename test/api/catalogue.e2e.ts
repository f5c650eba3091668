import { Course } from '../../api/src/catalogue/course.entity.ts';
import { SeatQuota } from '../../api/src/catalogue/edition.entity.ts';
import { Programme } from '../../api/src/catalogue/programme.entity.ts';
import { FormerSlug } from '../../api/src/catalogue/reference.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { anonymous, as, db } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment, aProgramme, inDays, type TinyCourse } from '../support/make-course.ts';
import { aGovernment, aLearner } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';

type Run = { name: string; seats: number; seatsLeft: number; state: string; enrolmentId: string | null };
type Page = { slug: string; status: string; editions: Run[]; enrolmentId: string | null };

const quota = (editionId: string, regionCut: string, seats: number, taken = 0) =>
  db.of(SeatQuota).insert({ id: newId(), editionId, regionCut, seats, taken });
const take = (editionId: string, taken: number) => db.of(SeatQuota).update({ editionId }, { taken });
const learnerOf = async (cut: string) => aLearner({ institutionId: (await aGovernment(cut, `Región ${cut}`)).id });
const announce = ({ id }: TinyCourse) => db.of(Course).update({ id }, { status: 'announced' });
const slugOf = async ({ id }: { id: string }) => (await db.of(Programme).findOneByOrFail({ id })).slug;
const pageOf = async (slug: string, visitor = anonymous()) =>
  (await visitor.get(`/api/courses/${slug}`).expect(200)).body as Page;

describe('a course', () => {
  it('shows its programme, its rules and the programmes it belongs to', async () => {
    const course = await aCourse({ lessons: 2, evaluations: [{ draw: 6, timeLimit: 20, attempts: 2 }] });
    await aProgramme([{ course, weight: 100 }]);
    const { body } = await anonymous().get(`/api/courses/${course.slug}`).expect(200);
    expect(body).toMatchObject({ slug: course.slug, passGrade: 40, minutes: 600, enrolmentId: null, editions: [] });
    expect(body.modules[0].units).toEqual([
      expect.objectContaining({ key: 'leccion-1', kind: 'lesson', minutes: 8 }),
      expect.objectContaining({ key: 'leccion-2' }),
      { kind: 'evaluation', key: 'control', title: 'Control del módulo', minutes: 20 },
    ]);
    expect(body.evaluations).toEqual([
      {
        ...{ key: 'control', title: 'Control del módulo', moduleTitle: 'El módulo uno', questions: 6, minutes: 20 },
        ...{ attempts: 2, keep: 'best', demand: 60, weight: 100 },
      },
    ]);
    expect(body.programmes).toEqual([expect.objectContaining({ title: 'Diplomado de prueba', weight: 100 })]);
  });

  it('lists its editions, the latest first, each with its state', async () => {
    const course = await aCourse();
    const of = (name: string, dates: object, seats = 4) =>
      anEdition({ courseVersionId: course.versionId, name, seats, ...dates });
    await of('ended', { startsAt: inDays(-90), enrolFrom: inDays(-99), enrolUntil: inDays(-95), endsAt: inDays(-1) });
    await of('running', { startsAt: inDays(-10), enrolUntil: inDays(-1) });
    await of('full', { startsAt: inDays(-5) }, 0);
    const open = await of('open', { startsAt: inDays(5) });
    await of('upcoming', { startsAt: inDays(40), enrolFrom: inDays(5), enrolUntil: inDays(35) });
    await anEdition({ courseVersionId: course.versionId, parentId: open.id, name: 'part' });
    const body = await pageOf(course.slug);
    expect(body.editions.map(({ name, state }) => [name, state])).toEqual(
      ['upcoming', 'open', 'full', 'running', 'ended'].map((state) => [state, state]),
    );
    expect(body.editions[1]).toEqual({
      ...{ id: open.id, name: 'open', timeZone: 'America/Santiago', seats: 4, seatsLeft: 4, state: 'open' },
      ...{ enrolFrom: open.enrolFrom.toISOString(), enrolUntil: open.enrolUntil.toISOString() },
      ...{ startsAt: open.startsAt.toISOString(), endsAt: open.endsAt.toISOString(), enrolmentId: null },
    });
  });

  it('counts seats by quota: all for a visitor, those of my region where it keeps some, else the general ones', async () => {
    const course = await aCourse();
    const edition = await anEdition({ courseVersionId: course.versionId, seats: 10 });
    await take(edition.id, 4);
    const here = await learnerOf('11');
    await quota(edition.id, '11', 3, 3);
    const seen = async (visitor: ReturnType<typeof anonymous>) =>
      (await pageOf(course.slug, visitor)).editions.map(({ seats, seatsLeft, state }) => [seats, seatsLeft, state])[0];
    expect(await seen(anonymous())).toEqual([13, 6, 'open']);
    expect(await seen(as(here))).toEqual([3, 0, 'full']);
    expect(await seen(as(await learnerOf('10')))).toEqual([10, 6, 'open']);
    expect(await seen(as(await aLearner()))).toEqual([10, 6, 'open']);
  });

  it('knows my enrolment, also the one that came with a programme', async () => {
    const course = await aCourse();
    const [mine, other] = [await aLearner(), await aLearner()];
    const edition = await anEdition({ courseVersionId: course.versionId });
    const enrolment = await anEnrolment(mine, edition);
    const body = await pageOf(course.slug, as(mine));
    expect([body.enrolmentId, body.editions[0]?.enrolmentId]).toEqual([enrolment.id, enrolment.id]);
    const programme = await aProgramme([{ course, weight: 100 }]);
    const whole = await anEdition({ programmeVersionId: programme.versionId });
    const part = await anEdition({ courseVersionId: course.versionId, parentId: whole.id });
    const parent = await anEnrolment(other, whole);
    const child = await anEnrolment(other, part, parent.id);
    const seen = await pageOf(course.slug, as(other));
    expect([seen.enrolmentId, seen.editions[0]?.enrolmentId]).toEqual([child.id, null]);
  });

  it('has no editions while it is announced', async () => {
    const course = await aCourse();
    await anEdition({ courseVersionId: course.versionId });
    await announce(course);
    const body = await pageOf(course.slug);
    expect([body.status, body.editions]).toEqual(['announced', []]);
    const { body: offer } = await anonymous().get('/api/catalogue?open=1');
    expect(JSON.stringify(offer)).not.toContain(course.slug);
  });

  it('answers to a former address with its address of today, unless another has taken it', async () => {
    const [course, heir] = [await aCourse(), await aCourse()];
    await db.of(FormerSlug).insert([
      { kind: 'course', slug: 'antes', subjectId: course.id },
      { kind: 'course', slug: heir.slug, subjectId: course.id },
    ]);
    expect((await pageOf('antes')).slug).toBe(course.slug);
    expect((await pageOf(heir.slug)).slug).toBe(heir.slug);
  });

  it('costs three statements at most, the session included', async () => {
    const course = await aCourse();
    for (let n = 0; n < 5; n++) await anEdition({ courseVersionId: course.versionId, name: `Edición ${n}` });
    const me = await aLearner();
    for (const path of [`courses/${course.slug}`, 'catalogue'])
      expect((await statementsOf(() => as(me).get(`/api/${path}`).expect(200))).length).toBeLessThanOrEqual(3);
  });

  it('is sent again only when it has changed, and is kept apart for who signed in', async () => {
    const course = await aCourse();
    const first = await anonymous().get(`/api/courses/${course.slug}`).expect(200);
    expect(first.headers['cache-control']).toBe('public, no-cache');
    await anonymous()
      .get(`/api/courses/${course.slug}`)
      .set('if-none-match', String(first.headers['etag']))
      .expect(304);
    const mine = await as(await aLearner())
      .get(`/api/courses/${course.slug}`)
      .expect(200);
    expect(mine.headers['cache-control']).toBe('private, no-cache');
  });

  it.each(['no-existe', 'CON-MAYUSCULAS', '..%2f..%2fetc', 'x'.repeat(81), `a'--`])(
    'is not found at %s',
    async (slug) => {
      const { body } = await anonymous().get(`/api/courses/${slug}`);
      expect(['not_found', 'invalid']).toContain(body.code);
    },
  );
});

describe('a programme', () => {
  it('shows its courses in order with their weights, and adds up their hours', async () => {
    const [one, two] = [await aCourse({ title: 'Uno', minutes: 720 }), await aCourse({ title: 'Dos', minutes: 900 })];
    await announce(two);
    const programme = await aProgramme([
      { course: one, weight: 30 },
      { course: two, weight: 70 },
    ]);
    const edition = await anEdition({ programmeVersionId: programme.versionId, seats: 7 });
    const me = await aLearner();
    const enrolment = await anEnrolment(me, edition);
    const { body } = await as(me)
      .get(`/api/programmes/${await slugOf(programme)}`)
      .expect(200);
    expect(body.minutes).toBe(1620);
    expect(body.courses).toEqual([
      expect.objectContaining({ slug: one.slug, weight: 30, minutes: 720, status: 'available' }),
      expect.objectContaining({ slug: two.slug, weight: 70, status: 'announced' }),
    ]);
    expect(body.editions).toEqual([
      expect.objectContaining({ id: edition.id, seatsLeft: 7, state: 'open', enrolmentId: enrolment.id }),
    ]);
    expect(body.enrolmentId).toBe(enrolment.id);
  });

  it('answers to a former address, and to none that it never had', async () => {
    const programme = await aProgramme([{ course: await aCourse(), weight: 100 }]);
    await db.of(FormerSlug).insert({ kind: 'programme', slug: 'diplomado-de-antes', subjectId: programme.id });
    const { body } = await anonymous().get('/api/programmes/diplomado-de-antes').expect(200);
    expect(body.slug).toBe(await slugOf(programme));
    await anonymous().get('/api/programmes/nada').expect(404);
    await anonymous().get('/api/courses/diplomado-de-antes').expect(404);
  });
});
