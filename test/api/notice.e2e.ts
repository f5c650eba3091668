import { NoticeService } from '../../api/src/notify/notice.service.ts';
import { Mail } from '../../api/src/notify/mail.entity.ts';
import { anonymous, app, as, db } from '../support/app.ts';
import { aLearner } from '../support/make.ts';

const news = (title: string) => ({
  ...{ kind: 'grade.published', title, body: 'Tu tutora publicó una nota.', path: '/estudio' },
});
const tell = (people: { id: string }[], title: string) =>
  app.get(NoticeService).tell(
    people.map(({ id }) => id),
    news(title),
  );

it('tells people the newest first, and by mail whoever has an address', async () => {
  const [me, other] = [await aLearner(), await aLearner({ email: null })];
  for (const title of ['Primero', 'Segundo', 'Tercero']) await tell([me, other], title);
  const first = await as(me).get('/api/notices?limit=2').expect(200);
  const second = await as(me).get(`/api/notices?limit=2&after=${first.body.next}`).expect(200);
  const titles = [...first.body.items, ...second.body.items].map(({ title }: { title: string }) => title);
  expect(titles).toEqual(['Tercero', 'Segundo', 'Primero']);
  expect(second.body.next).toBeNull();
  const letters = await db.of(Mail).findBy({ address: me.email ?? '' });
  expect(letters.map(({ subject }) => subject).sort()).toEqual(['Primero', 'Segundo', 'Tercero']);
  expect(letters[0]?.body).toMatch(/http:\/\/localhost:\d+\/estudio/);
});

it('counts what waits, and forgets only what was seen', async () => {
  const me = await aLearner({ email: null });
  await tell([me], 'Vista');
  const { body } = await as(me).get('/api/notices').expect(200);
  await tell([me], 'Llegó después');
  const unread = async () => (await as(me).get('/api/session').expect(200)).body.person.unread as number;
  expect(await unread()).toBe(2);
  await as(me).put('/api/notices/read').send({ upTo: body.items[0].id }).expect(204);
  expect(await unread()).toBe(1);
  const { body: now } = await as(me).get('/api/notices').expect(200);
  expect(now.items.map(({ readAt }: { readAt: string | null }) => readAt === null)).toEqual([true, false]);
});

it('shows nobody the notices of another', async () => {
  const [me, other] = [await aLearner({ email: null }), await aLearner({ email: null })];
  await tell([me], 'Mío');
  const { body } = await as(me).get('/api/notices').expect(200);
  expect((await as(other).get('/api/notices').expect(200)).body.items).toEqual([]);
  await as(other).put('/api/notices/read').send({ upTo: body.items[0].id }).expect(204);
  expect((await as(me).get('/api/session').expect(200)).body.person.unread).toBe(1);
  await anonymous().get('/api/notices').expect(401);
  await as(me).put('/api/notices/read').send({ upTo: 'x' }).expect(422);
});
