import { EvaluationQuestion } from '../../api/src/assessment/evaluation.entity.ts';
import { Question } from '../../api/src/bank/question.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { anonymous, as, db, heldBack } from '../support/app.ts';
import { about, anAuthor, aQuestion, knowing, versionsOf, wording } from '../support/make-question.ts';
import { aCourse, anEdition } from '../support/make-course.ts';
import { aLearner, staff } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { audited, aStudent, begin, take } from '../support/take-evaluation.ts';

const unique = () => `Frase ${newId().replaceAll('-', ' ')}`;
const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);

it('keeps what an author writes, with its Markdown rendered and cleaned', async () => {
  const me = await anAuthor();
  const prompt = `${unique()} **fuerte** <script>alert(1)</script>`;
  const { id, versionId } = await aQuestion(me, prompt, { difficulty: 3, tags: ['Ley', 'brecha'] });
  const { body } = await as(me).get(`/api/questions/${id}`).expect(200);
  expect(body).toMatchObject({
    ...{ id, currentVersionId: versionId, origin: 'editor', courseTitle: null, uses: [], behind: 0 },
    about: { difficulty: 3, tags: ['ley', 'brecha'] },
    versions: [{ n: 1, kind: 'single', points: 1000, author: 'Javiera Millán Soto', answers: 0, facility: null }],
  });
  expect(body.versions[0].body.prompt).toContain('<strong>fuerte</strong>');
  expect(JSON.stringify(body)).not.toContain('<script');
  expect(body.source.answerKey.feedback).toBe('Mira la *norma*.');
  expect(await audited(id, 'question.create')).toBe(1);
});

it('makes each edit a version, and keeps what nobody touched to the letter', async () => {
  const me = await anAuthor();
  const { id, versionId } = await aQuestion(me, unique());
  const { body } = await as(me).get(`/api/questions/${id}`).expect(200);
  const next = { ...body.source, body: { ...body.source.body, prompt: `${unique()} mejor` } };
  const edit = { base: versionId, about: about(), wording: next, note: 'Más claro' };
  const { body: written } = await as(me).put(`/api/questions/${id}`).send(edit).expect(200);
  expect(written.n).toBe(2);
  const [first, second] = await versionsOf(id);
  expect(second).toMatchObject({ n: 2, note: 'Más claro', createdBy: me.id, answerKey: first?.answerKey });
  const same = { base: written.versionId, about: about({ tags: ['nueva'] }), wording: next, note: 'Solo etiqueta' };
  expect((await as(me).put(`/api/questions/${id}`).send(same).expect(200)).body.n).toBe(2);
  expect((await as(me).get('/api/questions?tag=nueva').expect(200)).body.items).toMatchObject([{ id, n: 2 }]);
});

it('tells the second of two editors, and shows what is current', async () => {
  const me = await anAuthor();
  const { id, versionId } = await aQuestion(me, unique());
  const edit = () => ({ base: versionId, about: about(), wording: wording(unique()), note: 'Cambio' });
  const put = () => as(me).put(`/api/questions/${id}`).send(edit());
  const answers = await heldBack('question_version', () => Promise.all([put(), put()]));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ code: 'stale_question', detail: { n: 2 } });
  expect(await versionsOf(id)).toHaveLength(2);
});

it('names the field at fault', async () => {
  const me = await anAuthor();
  const wrong = { ...wording(' '), answerKey: { ...wording('x').answerKey, correct: 'z' } };
  const { body } = await as(me).post('/api/questions').send({ about: about(), wording: wrong }).expect(422);
  expect(body.errors).toEqual([
    { path: 'wording.body.prompt', code: 'blank' },
    { path: 'wording.answerKey.correct', code: 'unmarked' },
  ]);
  const send = (of: object) =>
    as(me)
      .post('/api/questions')
      .send({ about: about(of), wording: wording(unique()) });
  expect((await send({ topic: 'nada' }).expect(422)).body.code).toBe('unknown_topic');
  expect((await send({ categoryId: newId() }).expect(422)).body.code).toBe('unknown_category');
  expect((await send({ territories: ['luna'] }).expect(422)).body.code).toBe('invalid');
  const image = wording(`![x](/api/blobs/${'a'.repeat(64)}.png)`);
  const answer = await as(me).post('/api/questions').send({ about: about(), wording: image }).expect(422);
  expect(answer.body.code).toBe('unknown_image');
});

it('finds questions by words, by place and by what they are about, in three statements', async () => {
  const me = await anAuthor();
  const [topic, kind] = [newId(), `kind-${newId()}`];
  await knowing(topic, kind);
  const { body: category } = await as(me)
    .post('/api/question-categories')
    .send({ name: unique(), parentId: null })
    .expect(201);
  const { body: child } = await as(me)
    .post('/api/question-categories')
    .send({ name: 'Hija', parentId: category.id })
    .expect(201);
  const word = newId().slice(-12).replace(/\d/g, 'x');
  const of = {
    topic,
    difficulty: 5,
    territories: [kind],
    tags: [word],
    categoryId: child.id,
    outcome: `Saber ${word}`,
  };
  const { id } = await aQuestion(me, `Las comunicaciones de ${word}`, of);
  await aQuestion(me, unique());
  const finds = async (query: string) => idsOf(await as(me).get(`/api/questions?${query}`).expect(200));
  for (const query of [
    ...[`q=comunicación ${word}`, `q=${word.slice(2, 9)}`, `category=${category.id}`, `topic=${topic}`],
    ...[`territory=${kind}`, `tag=${word}`, `outcome=Saber ${word}`, `tag=${word}&unused=1&difficulty=5&kind=single`],
  ])
    expect([query, await finds(query)]).toEqual([query, [id]]);
  for (const query of [`tag=${word}&difficulty=1`, `tag=${word}&origin=folder`, `tag=${word}&retired=1`, 'q=%25%25'])
    expect([query, await finds(query)]).toEqual([query, []]);
  const [line] = (await as(me).get(`/api/questions?tag=${word}`).expect(200)).body.items;
  expect(line).toMatchObject({ category: `${category.name} › Hija`, topic, uses: 0, answers: 0 });
  const { body: facets } = await as(me).get('/api/questions/facets').expect(200);
  expect(facets.categories.find((each: { id: string }) => each.id === category.id)).toMatchObject({ own: 0, all: 1 });
  expect(await statementsOf(() => as(me).get('/api/questions').expect(200))).toHaveLength(2);
  expect((await statementsOf(() => as(me).get(`/api/questions/${id}`).expect(200))).length).toBeLessThanOrEqual(3);
});

it('goes through a long list page by page', async () => {
  const me = await anAuthor();
  const tag = newId();
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.unshift((await aQuestion(me, unique(), { tags: [tag] })).id);
  const first = await as(me).get(`/api/questions?tag=${tag}&limit=3`).expect(200);
  const second = await as(me).get(`/api/questions?tag=${tag}&limit=3&after=${first.body.next}`).expect(200);
  expect([...idsOf(first), ...idsOf(second)]).toEqual(made);
  expect(second.body.next).toBeNull();
});

it('warns of another that says nearly the same, until it is retired', async () => {
  const me = await anAuthor();
  const prompt = unique();
  const first = await aQuestion(me, `¿Cuál es la brecha principal del territorio? ${prompt}`);
  const second = await as(me)
    .post('/api/questions')
    .send({ about: about(), wording: wording(`¿Cuál es la brecha principal de un territorio? ${prompt}`) })
    .expect(201);
  expect(second.body.twins).toMatchObject([{ id: first.id }]);
  expect((await as(me).get(`/api/questions/${first.id}`).expect(200)).body.twins).toMatchObject([
    { id: second.body.id },
  ]);
  expect(idsOf(await as(me).get('/api/questions?alike=1').expect(200))).toContain(first.id);
  await as(me).put(`/api/questions/${second.body.id}/retirement`).expect(204);
  expect((await as(me).get(`/api/questions/${first.id}`).expect(200)).body.twins).toEqual([]);
  await as(me).delete(`/api/questions/${second.body.id}/retirement`).expect(204);
  expect((await as(me).get(`/api/questions/${first.id}`).expect(200)).body.twins).toHaveLength(1);
});

it('moves and tags many at once, and writes it down', async () => {
  const me = await anAuthor();
  const ids = [(await aQuestion(me, unique())).id, (await aQuestion(me, unique(), { tags: ['vieja'] })).id];
  const { body: category } = await as(me)
    .post('/api/question-categories')
    .send({ name: unique(), parentId: null })
    .expect(201);
  const move = await as(me).post('/api/questions/moves').send({ ids, categoryId: category.id }).expect(200);
  const tag = await as(me)
    .post('/api/questions/tags')
    .send({ ids, add: ['Nueva'], remove: ['vieja'] })
    .expect(200);
  expect([move.body, tag.body]).toEqual([{ questions: 2 }, { questions: 2 }]);
  const rows = await db.of(Question).findBy({ categoryId: category.id });
  expect(rows.map(({ tags }) => tags)).toEqual([['nueva'], ['nueva']]);
  await as(me).delete(`/api/question-categories/${category.id}`).expect(409);
});

describe('categories', () => {
  const make = async (me: Awaited<ReturnType<typeof anAuthor>>, name: string, parentId: string | null) =>
    (await as(me).post('/api/question-categories').send({ name, parentId }).expect(201)).body.id as string;

  it('are renamed and moved, never into themselves nor beside their namesake', async () => {
    const me = await anAuthor();
    const root = await make(me, unique(), null);
    const child = await make(me, 'Una', root);
    const other = await make(me, 'Otra', root);
    const put = (id: string, name: string, parentId: string | null) =>
      as(me).put(`/api/question-categories/${id}`).send({ name, parentId });
    expect((await put(root, 'Raíz', child).expect(422)).body.code).toBe('category_loop');
    expect((await put(other, 'Una', root).expect(409)).body.code).toBe('category_exists');
    await as(me).post('/api/question-categories').send({ name: 'Una', parentId: root }).expect(409);
    await put(other, 'Otra más', child).expect(200);
    await as(me).delete(`/api/question-categories/${child}`).expect(409);
    await as(me).delete(`/api/question-categories/${other}`).expect(204);
    await put(newId(), 'Nada', null).expect(404);
  });

  it('are merged with all that lies under them', async () => {
    const me = await anAuthor();
    const [from, into] = [await make(me, unique(), null), await make(me, unique(), null)];
    const [twin, other] = [await make(me, 'Común', from), await make(me, 'Común', into)];
    await make(me, 'Propia', from);
    const { id } = await aQuestion(me, unique(), { categoryId: twin });
    await as(me).post(`/api/question-categories/${from}/merge`).send({ into: twin }).expect(422);
    await as(me).post(`/api/question-categories/${from}/merge`).send({ into }).expect(204);
    expect((await db.of(Question).findOneByOrFail({ id })).categoryId).toBe(other);
    const { body } = await as(me).get('/api/questions/facets').expect(200);
    const names = body.categories.filter((each: { parentId: string }) => each.parentId === into);
    expect(names.map(({ name }: { name: string }) => name).sort()).toEqual(['Común', 'Propia']);
  });
});

it('pushes a mended question to every evaluation in use, and leaves open attempts theirs', async () => {
  const me = await anAuthor();
  const { learner, course, enrolmentId } = await aStudent();
  const old = await aCourse();
  const { id } = await db.of(Question).findOneByOrFail({ courseId: course.id, key: 'control/single' });
  await take(learner, enrolmentId);
  const open = await begin(learner, enrolmentId);
  const { body: question } = await as(me).get(`/api/questions/${id}`).expect(200);
  expect(question.uses).toMatchObject([{ unitKey: 'control', questionVersion: 1, editions: 1, current: true }]);
  expect(question.versions[0]).toMatchObject({ answers: 1, facility: 1000 });
  const edit = { base: question.currentVersionId, about: about(), wording: wording('Mejor'), note: 'Mejorada' };
  const { body: written } = await as(me).put(`/api/questions/${id}`).send(edit).expect(200);
  expect((await as(me).get(`/api/questions/${id}`).expect(200)).body.behind).toBe(1);
  await as(me).post(`/api/questions/${id}/push`).send({ versionId: question.currentVersionId }).expect(409);
  const push = () => as(me).post(`/api/questions/${id}/push`).send({ versionId: written.versionId }).expect(200);
  expect((await push()).body).toEqual({ evaluations: 1, openAttempts: 1, endedAttempts: 1 });
  expect((await push()).body.evaluations).toBe(0);
  const pool = await db.of(EvaluationQuestion).findBy({ versionId: course.versionId });
  expect(pool.map(({ questionVersionId }) => questionVersionId)).toContain(written.versionId);
  const page = await as(learner).get(`/api/attempts/${open.id}`).expect(200);
  expect(JSON.stringify(page.body)).not.toContain('Mejor');
  expect(await audited(id, 'question.push')).toBe(2);
  expect(old.versionId).not.toBe(course.versionId);
  await anEdition({ courseVersionId: old.versionId });
});

it('is for those who write and use questions, and for nobody else', async () => {
  const author = await anAuthor();
  const { id, versionId } = await aQuestion(author, unique());
  const [tutor, coordinator] = [await staff({ role: 'tutor' }), await staff({ role: 'coordinator', regionCut: '11' })];
  const reads = ['/api/questions', '/api/questions/facets', `/api/questions/${id}`];
  const writes: ['post' | 'put' | 'delete', string, object][] = [
    ['post', '/api/questions', { about: about(), wording: wording('x') }],
    ['put', `/api/questions/${id}`, { base: versionId, about: about(), wording: wording('x'), note: 'x' }],
    ['put', `/api/questions/${id}/retirement`, {}],
    ['delete', `/api/questions/${id}/retirement`, {}],
    ['post', `/api/questions/${id}/push`, { versionId }],
    ['post', '/api/questions/preview', { wording: wording('x'), seed: 1 }],
    ['post', '/api/question-media', {}],
    ['post', '/api/questions/moves', { ids: [id], categoryId: null }],
    ['post', '/api/questions/tags', { ids: [id], add: ['x'] }],
    ['post', '/api/question-categories', { name: 'x', parentId: null }],
    ['put', `/api/question-categories/${id}`, { name: 'x', parentId: null }],
    ['post', `/api/question-categories/${id}/merge`, { into: id }],
    ['delete', `/api/question-categories/${id}`, {}],
  ];
  for (const path of reads) {
    await as(tutor).get(path).expect(200);
    await as(coordinator).get(path).expect(403);
    await as(await aLearner())
      .get(path)
      .expect(403);
    await anonymous().get(path).expect(401);
  }
  for (const [method, path, body] of writes) {
    for (const who of [tutor, coordinator, await aLearner()]) await as(who)[method](path).send(body).expect(403);
    await anonymous()[method](path).set('sec-fetch-site', 'same-origin').send(body).expect(401);
  }
  await as(author).get(`/api/questions/${newId()}`).expect(404);
});
