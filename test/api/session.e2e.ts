import { hash } from '@node-rs/argon2';
import { PersonPassword, Recovery, Session, SignIn } from '../../api/src/identity/person.entity.ts';
import { formatRun } from '../../api/src/identity/run.policy.ts';
import { Mail } from '../../api/src/notify/mail.entity.ts';
import { anonymous, as, db } from '../support/app.ts';
import { aLearner, aPerson } from '../support/make.ts';

const password = 'tres volcanes nevados';
const fromHere = { 'sec-fetch-site': 'same-origin' };

async function withPassword(of = {}) {
  const person = await aPerson(of);
  await db.of(PersonPassword).insert({ personId: person.id, hash: await hash(password), changedAt: new Date() });
  return { ...person, written: formatRun(person.run) };
}
const signIn = (run: string, word = password) =>
  anonymous().post('/api/session').set(fromHere).send({ run, password: word });
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String((answer.headers['set-cookie'] as string[])[0]).split(';')[0]!;

it('signs in with any usual spelling of the RUN, and out again', async () => {
  const { run, written, id } = await withPassword();
  for (const spelling of [written, written.replaceAll('.', ''), ` ${String(run)}${written.slice(-1).toLowerCase()} `])
    await signIn(spelling).expect(201);

  const answer = await signIn(written).expect(201);
  expect(answer.headers['set-cookie']![0]).toMatch(/^aula=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  expect(answer.body.person).toMatchObject({ id, run: written, givenNames: 'Rocío' });
  const me = { cookie: cookieOf(answer) };
  expect((await as(me).get('/api/session').expect(200)).body.person.id).toBe(id);
  await as(me).delete('/api/session').expect(204);
  expect((await as(me).get('/api/session').expect(200)).body.person).toBeNull();
  await as(me).get('/api/sessions').expect(401);
});

it('says the same of a wrong password and of a RUN that nobody has, and writes down each try', async () => {
  const { written, run } = await withPassword();
  const wrong = await signIn(written, 'otra cosa').expect(401);
  const absent = await signIn(formatRun(7_654_321)).expect(401);
  expect(wrong.body).toEqual(absent.body);
  expect(wrong.body.code).toBe('wrong_credentials');
  expect(await db.of(SignIn).findBy({ run })).toMatchObject([{ succeeded: false, address: '127.0.0.1' }]);
});

it('refuses a RUN whose digit is wrong, beside its field', async () => {
  const answer = await signIn('12.345.678-9').expect(422);
  expect(answer.body).toMatchObject({ code: 'wrong_run', errors: [{ path: 'run', code: 'wrong_run' }] });
});

it('slows down whoever guesses, and nobody else', async () => {
  const { written } = await withPassword();
  const other = await withPassword();
  for (let tries = 0; tries < 3; tries++) await signIn(written, 'no').expect(401);
  const slow = await signIn(written).expect(429);
  expect(Number(slow.headers['retry-after'])).toBeGreaterThan(0);
  await signIn(other.written).expect(201);
  await db.em.query(`update sign_in set address = '10.0.0.9'`); // the guesses came from another address
  await signIn(written).expect(201);
});

it('lists open sessions, and ends any of them', async () => {
  const { written } = await withPassword();
  const [here, there] = [{ cookie: cookieOf(await signIn(written)) }, { cookie: cookieOf(await signIn(written)) }];
  const { items } = (await as(here).get('/api/sessions').expect(200)).body;
  expect(items).toHaveLength(2);
  const other = items.find(({ current }: { current: boolean }) => !current);
  await as(await aLearner())
    .delete(`/api/sessions/${other.id}`)
    .expect(404);
  await as(here).delete(`/api/sessions/${other.id}`).expect(204);
  await as(there).get('/api/sessions').expect(401);
});

it('ends a session that is idle for twelve hours or a month old', async () => {
  const me = await aLearner();
  await as(me).get('/api/sessions').expect(200);
  await db.of(Session).update({ personId: me.id }, { lastSeenAt: new Date(Date.now() - 12.1 * 3600_000) });
  await as(me).get('/api/sessions').expect(401);
  await db
    .of(Session)
    .update({ personId: me.id }, { lastSeenAt: new Date(), createdAt: new Date(Date.now() - 31 * 24 * 3600_000) });
  await as(me).get('/api/sessions').expect(401);
});

it('changes the password of whoever knows it, and ends the other sessions', async () => {
  const { written } = await withPassword();
  const [here, there] = [{ cookie: cookieOf(await signIn(written)) }, { cookie: cookieOf(await signIn(written)) }];
  const change = (current: string, next: string) => as(here).put('/api/password').send({ current, next });
  expect((await change('no', 'cordillera y mar').expect(422)).body.code).toBe('wrong_password');
  expect((await change(password, 'corta').expect(422)).body).toMatchObject({
    ...{ code: 'weak_password', errors: [{ path: 'next', code: 'too_short' }] },
  });
  await change(password, 'cordillera y mar').expect(204);
  await as(here).get('/api/sessions').expect(200);
  await as(there).get('/api/sessions').expect(401);
  await signIn(written).expect(401);
  await signIn(written, 'cordillera y mar').expect(201);
});

it('recovers by mail, once, and says the same of a RUN that nobody has', async () => {
  const { written, id } = await withPassword({ email: 'quien.olvida@ejemplo.cl' });
  const ask = (run: string) => anonymous().post('/api/recovery').set(fromHere).send({ run });
  await ask(written).expect(204);
  await ask(formatRun(7_654_321)).expect(204);
  const [mail] = await db.of(Mail).findBy({ address: 'quien.olvida@ejemplo.cl' });
  const token = /recuperar\/([\w-]{43})/.exec(mail!.body)![1]!;
  const recover = (word: string) => anonymous().put('/api/recovery').set(fromHere).send({ token, password: word });
  await recover('corta').expect(422);
  await recover('cordillera y mar').expect(204);
  expect((await recover('otra cordillera').expect(410)).body.code).toBe('link_expired');
  await signIn(written, 'cordillera y mar').expect(201);
  expect(await db.of(Recovery).findOneBy({ personId: id })).not.toMatchObject({ usedAt: null });
});

it('refuses what another site sends', async () => {
  const { cookie } = await aLearner();
  for (const from of [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://otro.example' },
    { 'sec-fetch-site': 'same-site' },
  ])
    expect(
      (
        await anonymous()
          .delete('/api/session')
          .set({ cookie, ...from })
          .expect(403)
      ).body.code,
    ).toBe('wrong_origin');
  await anonymous().delete('/api/session').set({ cookie }).expect(403);
});
