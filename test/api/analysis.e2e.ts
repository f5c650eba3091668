import { anonymous, as } from '../support/app.ts';
import { anEndedAttempt, type Given, someoneWho } from '../support/make-answers.ts';
import { aCourse, anEdition } from '../support/make-course.ts';
import { aGovernment, aLearner, staff } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';

const points = [1000, 2000, 1000, 1000, 3000, 2000];
/** A person who knows so much of six: the pattern differs from person to person, and always in the same way. */
const answersOf = (i: number): Given[] => points.map((_, q) => ((i * 7 + q * 5) % 11 < i / 4 ? 'right' : 'wrong'));

async function anEvaluation() {
  const { versionId } = await aCourse();
  const edition = await anEdition({ courseVersionId: versionId });
  return { edition, url: `/api/editions/${edition.id}/evaluations/control/analysis` };
}

/** Forty people of two regions, and three of a third one. */
async function aRoom() {
  const { edition, url } = await anEvaluation();
  const institutions = [
    await aGovernment('11', 'Aysén'),
    await aGovernment('16', 'Ñuble'),
    await aGovernment('10', 'Los Lagos'),
  ];
  const table: Given[][] = [];
  for (let i = 0; i < 43; i++) {
    table.push(answersOf(i));
    await someoneWho(edition, table[i]!, institutions[i < 20 ? 0 : i < 40 ? 1 : 2]!.id);
  }
  return { edition, url, table };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Pearson's coefficient by the textbook's raw sums, unlike the moments of the program. */
function pearson(x: number[], y: number[]): number {
  const sum = (of: number[]) => of.reduce((all, value) => all + value, 0);
  const n = x.length;
  const over = n * sum(x.map((value, i) => value * y[i]!)) - sum(x) * sum(y);
  const square = (of: number[]) => n * sum(of.map((value) => value * value)) - sum(of) ** 2;
  return over / Math.sqrt(square(x) * square(y));
}

it('tells the same figures as an independent computation', async () => {
  const { url, table } = await aRoom();
  const { body } = await as(await staff({ role: 'tutor' }))
    .get(url)
    .expect(200);
  const right = table.map((row) => row.map((answer) => Number(answer === 'right')));
  const totals = right.map((row) => row.reduce((sum, hit, q) => sum + hit * points[q]!, 0));
  expect(body).toMatchObject({
    people: 43,
    waiting: 0,
    partial: false,
    exact: true,
    kr20: false,
    title: 'Control del módulo',
  });
  expect(body.share).toBeCloseTo(mean(totals) / 10_000, 10);
  for (const [q, question] of body.questions.entries()) {
    const own = right.map((row) => row[q]!);
    const rest = totals.map((total, i) => total - own[i]! * points[q]!);
    expect(question).toMatchObject({ number: Number(q) + 1, people: 43, upperPeople: 12, lowerPeople: 12 });
    expect(question.difficulty).toBeCloseTo(mean(own), 10);
    expect(question.discrimination).toBeCloseTo(pearson(own, rest), 8);
  }
  // alpha by Guttman's lambda 3: from the covariances between the questions alone
  const columns = points.map((worth, q) => right.map((row) => row[q]! * worth));
  const cov = (a: number[], b: number[]) => mean(a.map((value, i) => (value - mean(a)) * (b[i]! - mean(b))));
  const between = columns.flatMap((a, i) => columns.flatMap((b, j) => (i === j ? [] : [cov(a, b)])));
  expect(body.alpha).toBeCloseTo(((6 / 5) * between.reduce((sum, each) => sum + each, 0)) / cov(totals, totals), 8);
  expect(body.error.points).toBeCloseTo(Math.sqrt(cov(totals, totals) * (1 - body.alpha)), 4);
  expect(body.seconds).toBe(25 * 60);
  expect(body.questions[0].seconds).toBeCloseTo(60, 1);
});

it('counts who marked what, in all and in the groups of the highest and lowest totals', async () => {
  const { url } = await aRoom();
  const { body } = await as(await staff({ role: 'admin' }))
    .get(url)
    .expect(200);
  const [single, , boolean, numeric, matching] = body.questions;
  const count = (id: string) => single.options.find((option: { id: string }) => option.id === id);
  expect(single.options.map(({ label }: { label: string }) => label)).toEqual(['A', 'B', 'C']);
  expect(count('b')).toMatchObject({ key: true, label: 'B' });
  const [a, b]: { people: number }[] = [count('a'), count('b')];
  expect(a!.people + b!.people).toBe(43);
  expect(count('b').upper).toBeGreaterThan(count('b').lower);
  expect(count('c')).toMatchObject({ people: 0, upper: 0, lower: 0, key: false });
  expect(single.hints).toContainEqual({ code: 'idle', options: ['C'], region: null, value: null });
  expect(boolean.options.map(({ id }: { id: string }) => id)).toEqual(['true', 'false']);
  expect(numeric.options.map(({ id }: { id: string }) => id).sort()).toEqual(['3,55', '35']);
  expect(numeric.options.find(({ id }: { id: string }) => id === '3,55').key).toBe(true);
  expect(matching.options).toHaveLength(9);
});

it('tells nothing of a region with fewer than five people, nor lets it be found by subtraction', async () => {
  const { url } = await aRoom();
  const { body } = await as(await staff({ role: 'admin' }))
    .get(url)
    .expect(200);
  // three people of Los Lagos hide; and so does one of the others, or the total would give them away
  expect(body.regions).toHaveLength(1);
  expect(JSON.stringify(body)).not.toContain('Los Lagos');
  for (const { regions } of body.questions) expect(regions).toHaveLength(1);
});

it('speaks to a coordinator of their region alone, and says so', async () => {
  const { url } = await aRoom();
  const { body } = await as(await staff({ role: 'coordinator', regionCut: '16' }))
    .get(url)
    .expect(200);
  expect(body).toMatchObject({ people: 20, partial: true });
  expect(body.regions.map(({ cut }: { cut: string }) => cut)).toEqual(['16']);
  expect(body.questions.every(({ people }: { people: number }) => people === 20)).toBe(true);
});

it('finds the question whose key is probably wrong, and says which answer the best give', async () => {
  const { edition, url } = await anEvaluation();
  // the best mark `a` in the first question, whose key says `b`
  for (let i = 0; i < 30; i++) {
    const rest: Given[] = points.slice(1).map((_, q) => (q < i / 6 ? 'right' : 'wrong'));
    await someoneWho(edition, [i > 12 ? 'wrong' : 'right', ...rest]);
  }
  const { body } = await as(await staff({ role: 'admin' }))
    .get(url)
    .expect(200);
  const [first, second] = body.questions;
  expect(first).toMatchObject({ state: 'review', headline: 'backwards' });
  expect(first.discrimination).toBeLessThan(0);
  expect(first.hints[0]).toEqual({ code: 'check_key', options: ['A'], region: null, value: 1 });
  expect(second.state).toBe('good');
});

it('counts the first attempt of each person, or all when asked', async () => {
  const { edition, url } = await anEvaluation();
  const all = points.map(() => 'right' as const);
  for (let i = 0; i < 6; i++) {
    const { enrolment } = await someoneWho(
      edition,
      points.map(() => 'wrong' as const),
    );
    await anEndedAttempt(enrolment.id, edition, all, { n: 2 });
  }
  const admin = await staff({ role: 'admin' });
  const first = await as(admin).get(url).expect(200);
  expect(first.body).toMatchObject({ people: 6, share: 0, attempts: 'first', worth: 'few', alpha: null });
  const both = await as(admin).get(`${url}?attempts=all`).expect(200);
  expect(both.body).toMatchObject({ people: 12, share: 0.5, attempts: 'all' });
  await as(admin).get(`${url}?attempts=some`).expect(422);
});

it('measures questions that were drawn by those who had them', async () => {
  const { edition, url } = await anEvaluation();
  for (let i = 0; i < 24; i++) {
    const { enrolment } = await someoneWho(edition, answersOf(i));
    await anEndedAttempt(enrolment.id, edition, answersOf(i), { n: 2, drawn: i % 2 ? [0, 1, 2] : [3, 4, 5] });
  }
  const { body } = await as(await staff({ role: 'admin' }))
    .get(`${url}?attempts=all`)
    .expect(200);
  expect(body).toMatchObject({ people: 48, exact: false });
  expect(body.questions.map(({ people }: { people: number }) => people)).toEqual([36, 36, 36, 36, 36, 36]);
});

it('is empty, and no fault, before anyone has ended an attempt', async () => {
  const { url } = await anEvaluation();
  const { body } = await as(await staff({ role: 'admin' }))
    .get(url)
    .expect(200);
  expect(body).toMatchObject({
    people: 0,
    grade: null,
    alpha: null,
    error: null,
    seconds: null,
    worth: 'few',
    questions: [],
  });
});

it('exports a line a question', async () => {
  const { url } = await aRoom();
  const { text, headers } = await as(await staff({ role: 'admin' }))
    .get(`${url}.csv`)
    .expect(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(text.split('\r\n')).toHaveLength(8);
  expect(text.split('\r\n')[1]).toMatch(/^1;Una;single;1;43;0,\d\d;/);
});

it('asks the database three times at most, whatever there is', async () => {
  const { url } = await aRoom();
  const admin = await staff({ role: 'admin' });
  const sent = await statementsOf(() => as(admin).get(url).expect(200));
  expect(sent.length).toBeLessThanOrEqual(3);
});

it('is for those who read notas there, and for nobody else', async () => {
  const [{ url, edition }, other] = [await anEvaluation(), await anEvaluation()];
  for (const path of [url, `${url}.csv`]) {
    await anonymous().get(path).expect(401);
    await as(await aLearner())
      .get(path)
      .expect(403);
    await as(await staff({ role: 'author' }))
      .get(path)
      .expect(403);
    await as(await staff({ role: 'tutor', editionId: other.edition.id }))
      .get(path)
      .expect(404);
    await as(await staff({ role: 'tutor', editionId: edition.id }))
      .get(path)
      .expect(200);
  }
  const admin = await staff({ role: 'admin' });
  await as(admin).get(url.replace('control', 'leccion-1')).expect(404);
  await as(admin).get(url.replace('control', 'nada')).expect(404);
});
