import { Course, CourseVersion } from '../../api/src/catalogue/course.entity.ts';
import { SeatQuota } from '../../api/src/catalogue/edition.entity.ts';
import { Programme } from '../../api/src/catalogue/programme.entity.ts';
import { Topic } from '../../api/src/catalogue/reference.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { anonymous, as, db } from '../support/app.ts';
import { aCourse, anEdition, aProgramme, inDays, type TinyCourse } from '../support/make-course.ts';
import { aGovernment, aLearner } from '../support/make.ts';

type Item = { kind: string; slug: string; topics: { name: string }[]; seatsLeft: number };
type Offer = { items: Item[]; topics: { key: string }[] };

const learnerOf = async (cut: string) => aLearner({ institutionId: (await aGovernment(cut, `Región ${cut}`)).id });
const announce = ({ id }: TinyCourse) => db.of(Course).update({ id }, { status: 'announced' });
const about = ({ versionId }: TinyCourse, topics: string[]) =>
  db.of(CourseVersion).update({ id: versionId }, { topics });
const fill = (editionId: string, taken: number) => db.of(SeatQuota).update({ editionId }, { taken });
const slugOf = async ({ id }: { id: string }) => (await db.of(Programme).findOneByOrFail({ id })).slug;

const offer = async (query: Record<string, unknown> = {}, visitor = anonymous()) =>
  (await visitor.get('/api/catalogue').query(query).expect(200)).body as Offer;
const slugs = ({ items }: Offer) => items.map(({ slug }) => slug);
const offered = async (query: Record<string, string>) => slugs(await offer(query));

it('lists programmes with the hours of their courses, and courses with their modules', async () => {
  const [one, two] = [await aCourse({ title: 'Ñandú', minutes: 600 }), await aCourse({ title: 'Oruga', minutes: 900 })];
  await announce(two);
  const programme = await aProgramme([
    { course: one, weight: 60 },
    { course: two, weight: 40 },
  ]);
  const slug = await slugOf(programme);
  const body = await offer();
  expect(body.items[0]).toMatchObject({ kind: 'programme', slug, minutes: 1500, parts: 2, status: 'available' });
  expect(body.items).toContainEqual(
    expect.objectContaining({ kind: 'course', slug: one.slug, parts: 1, openEditions: 0, enrolUntil: null }),
  );
  expect(slugs(body).indexOf(one.slug)).toBeLessThan(slugs(body).indexOf(two.slug));
});

it('filters by kind, topic and hours, and names the topics in use', async () => {
  await db.of(Topic).insert([
    { key: 'gobernanza', name: 'Gobernanza', position: 2 },
    { key: 'marco', name: 'Marco', position: 1 },
    { key: 'nadie', name: 'Nadie', position: 3 },
  ]);
  const [short, medium, long] = [
    await aCourse({ minutes: 1200 }),
    await aCourse({ minutes: 1201 }),
    await aCourse({ minutes: 3601 }),
  ];
  await about(short, ['gobernanza', 'marco']);
  const body = await offer({ topic: 'gobernanza' });
  expect(slugs(body)).toEqual([short.slug]);
  expect(body.items[0]?.topics.map(({ name }) => name)).toEqual(['Marco', 'Gobernanza']);
  expect(body.topics.map(({ key }) => key)).toEqual(['marco', 'gobernanza']);
  expect(await offered({ hours: 'short', kind: 'course' })).toContain(short.slug);
  expect(await offered({ hours: 'medium' })).toContain(medium.slug);
  expect(await offered({ hours: 'medium' })).not.toContain(short.slug);
  expect(await offered({ hours: 'long' })).toContain(long.slug);
  expect(await offered({ kind: 'programme' })).not.toContain(short.slug);
  expect(await offered({ topic: 'nada' })).toEqual([]);
});

it('says what can be enrolled in now, and until when', async () => {
  const [open, full, past, part] = [await aCourse(), await aCourse(), await aCourse(), await aCourse()];
  const edition = await anEdition({ courseVersionId: open.versionId, seats: 8, enrolUntil: inDays(9) });
  await anEdition({ courseVersionId: open.versionId, seats: 2 });
  await fill((await anEdition({ courseVersionId: full.versionId, seats: 3 })).id, 3);
  await anEdition({ courseVersionId: past.versionId, enrolUntil: inDays(-1) });
  const programme = await aProgramme([{ course: part, weight: 100 }]);
  const whole = await anEdition({ programmeVersionId: programme.versionId });
  await anEdition({ courseVersionId: part.versionId, parentId: whole.id });
  const body = await offer({ open: '1' });
  expect(slugs(body)).toEqual([await slugOf(programme), open.slug]);
  expect(body.items[1]).toMatchObject({
    ...{ openEditions: 2, seatsLeft: 10, enrolUntil: edition.enrolUntil.toISOString() },
  });
});

it('counts the seats of the region of whoever asks', async () => {
  const course = await aCourse();
  const edition = await anEdition({ courseVersionId: course.versionId, seats: 5 });
  const { regionCut } = await aGovernment('12', 'Magallanes');
  await db.of(SeatQuota).insert({ id: newId(), editionId: edition.id, regionCut, seats: 2, taken: 2 });
  const seatsFor = async (visitor: ReturnType<typeof anonymous>) =>
    (await offer({ open: '1' }, visitor)).items.find(({ slug }) => slug === course.slug)?.seatsLeft;
  expect(await seatsFor(anonymous())).toBe(5);
  expect(await seatsFor(as(await learnerOf('12')))).toBeUndefined();
  expect(await seatsFor(as(await learnerOf('10')))).toBe(5);
});

it.each([
  ['an unknown filter', { mode: 'x' }],
  ['an unknown kind', { kind: 'degree' }],
  ['a topic too long', { topic: 'x'.repeat(41) }],
  ['hours that are none', { hours: '20' }],
  ['a filter twice', { kind: ['course', 'programme'] }],
])('refuses %s', async (_, query) => {
  const { body } = await anonymous().get('/api/catalogue').query(query).expect(422);
  expect(body.code).toBe('invalid');
});

it('takes SQL and HTML for text', async () => {
  expect(await offered({ topic: `'; drop table course; --` })).toEqual([]);
  expect(await offered({ topic: '<script>' })).toEqual([]);
});
