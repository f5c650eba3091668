import { Question } from '../../api/src/bank/question.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { anonymous, as, db, eventually, startJobs, type Visitor } from '../support/app.ts';
import { anAuthor, knowing, versionsOf } from '../support/make-question.ts';
import { aLearner, staff } from '../support/make.ts';

const send = (me: Visitor, name: string, text: string) =>
  as(me)
    .post(`/api/question-imports?name=${name}`)
    .set('content-type', 'application/octet-stream')
    .send(Buffer.from(text));

const gift = (word: string) => `$CATEGORY: Importadas ${word}/Primera

::Una:: ¿Qué es ${word}? { =Una brecha ~Una zona#No es eso. }

::Dos:: Falta algo { =

::Tres:: ${word} es verdad {T}
`;

beforeAll(() => startJobs());

const ended = (me: Visitor, id: string) =>
  eventually(async () => {
    const { body } = await as(me).get(`/api/question-imports/${id}`).expect(200);
    return ['done', 'failed'].includes(body.state as string) && body;
  });

it('looks at a file first, then brings all that could be read', async () => {
  const me = await anAuthor();
  const word = newId().slice(-12);
  const { body: seen } = await send(me, 'preguntas.gift', gift(word)).expect(201);
  expect(seen).toMatchObject({ state: 'read', format: 'gift', done: 0, report: { refused: [{ line: 5 }] } });
  expect(await db.of(Question).countBy({ origin: 'import', key: word })).toBe(0);
  const { body: root } = await as(me).post('/api/question-categories').send({ name: word, parentId: null }).expect(201);
  const apply = () => as(me).post(`/api/question-imports/${seen.id}/apply`).send({ categoryId: root.id }).expect(200);
  await Promise.all([apply(), apply()]);
  const done = await ended(me, seen.id as string);
  expect(done).toMatchObject({ state: 'done', done: seen.total, total: seen.total });
  const { body: page } = await as(me).get(`/api/questions?category=${root.id}`).expect(200);
  expect(page.items).toHaveLength(seen.total as number);
  expect(page.items[0]).toMatchObject({ origin: 'import', category: `${word} › Importadas ${word} › Primera`, n: 1 });
  const [version] = await versionsOf(page.items[0].id as string);
  expect(version).toMatchObject({ createdBy: me.id });
});

it('says of each question which topics and kinds of territory the bank does not know, and keeps the rest', async () => {
  const me = await anAuthor();
  const word = newId().slice(-12);
  const [topic, kind] = [`tema-${word}`, `zona-${word}`];
  await knowing(topic, kind);
  const text = `// [tema:luna] [territorio:marte] [territorio:venus] [territorio:${kind}]
::Una:: ¿Qué es ${word} uno? {T}

// [tema:${topic}] [territorio:${kind}] [resultado:Distingue ${word}]
::Dos:: ¿Qué es ${word} dos? {F}
`;
  const { body: seen } = await send(me, 'preguntas.gift', text).expect(201);
  const what = 'El banco no conoce el tema «luna». El banco no conoce los territorios «marte», «venus».';
  expect(seen).toMatchObject({ total: 2, report: { imported: 2, withLoss: [{ line: 2, what }], refused: [] } });
  const { body: root } = await as(me).post('/api/question-categories').send({ name: word, parentId: null }).expect(201);
  await as(me).post(`/api/question-imports/${seen.id}/apply`).send({ categoryId: root.id }).expect(200);
  expect(await ended(me, seen.id as string)).toMatchObject({ report: { withLoss: [{ line: 2, what }] } });
  const { body: page } = await as(me).get(`/api/questions?category=${root.id}`).expect(200);
  expect(page.items).toMatchObject([
    { topic, territories: [kind] },
    { topic: null, territories: [kind] },
  ]);
});

it('refuses what is no file of questions, and what holds none', async () => {
  const me = await anAuthor();
  const { body } = await send(me, 'foto.png', '\u0000\u0001\u0002').expect(201);
  expect(body).toMatchObject({
    total: 0,
    report: { imported: 0, refused: [{ reason: expect.any(String) as string }] },
  });
  const { body: refused } = await as(me)
    .post(`/api/question-imports/${body.id}/apply`)
    .send({ categoryId: null })
    .expect(422);
  expect(refused.code).toBe('nothing_to_import');
  await as(me).post('/api/question-imports?name=x').send({ a: 1 }).expect(415);
});

it('is seen by whoever brought it, and by nobody else', async () => {
  const me = await anAuthor();
  const { body } = await send(me, 'x.gift', gift(newId())).expect(201);
  await as(await anAuthor())
    .get(`/api/question-imports/${body.id}`)
    .expect(404);
  await as(await anAuthor())
    .post(`/api/question-imports/${body.id}/apply`)
    .send({ categoryId: null })
    .expect(404);
  for (const who of [await staff({ role: 'tutor' }), await staff({ role: 'coordinator' }), await aLearner()]) {
    await as(who).get('/api/question-imports').expect(403);
    await as(who).get(`/api/question-imports/${body.id}`).expect(403);
    await as(who).post(`/api/question-imports/${body.id}/apply`).send({ categoryId: null }).expect(403);
    await send(who, 'x.gift', gift('x')).expect(403);
  }
  await anonymous().get('/api/question-imports').expect(401);
});
