import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { ImportJob } from '../../api/src/grade/import.job.ts';
import { readSheet } from '../../api/src/grade/read-sheet.ts';
import { Attendance } from '../../api/src/grade/scheme.entity.ts';
import { workbookOf } from '../../api/src/grade/write-sheet.ts';
import { formatRun } from '../../api/src/identity/run.policy.ts';
import { GradeChange } from '../../api/src/ledger/grade-change.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { anonymous, app, as, db, heldBack, type Visitor } from '../support/app.ts';
import { type ABook, aBook, change, publish, seenBy } from '../support/gradebook.ts';
import { aLearner, staff } from '../support/make.ts';

const because = { reason: 'rubric', explanation: 'La pauta tenía un error en el criterio 2.' };

const bring = (me: Visitor, { url }: ABook, bytes: Buffer | string, name = 'notas.csv') =>
  as(me).post(`${url}/imports?name=${name}`).set('content-type', 'application/octet-stream').send(Buffer.from(bytes));
const apply = (me: Visitor, id: string) => as(me).post(`/api/grade-imports/${id}/application`).send(because);
const run = (id: string) => app.get(ImportJob).apply(id);

const textOf = (answer: { text: string }) => answer.text;
const tableOf = (book: ABook, rows: [at: number, control: string, final: string, attendance?: string][]) =>
  [
    'RUN;Control;Final;Asistencia',
    ...rows.map(([at, ...cells]) => [formatRun(book.people[at as 0].run), ...cells].join(';')),
  ].join('\n');

it('takes notas out, with decimal commas and no formula', async () => {
  const book = await aBook();
  await publish(book.people[0].enrolmentId, 'control', 42);
  const answer = await as(book.tutor).get(`${book.url}.csv`).expect(200);
  const [head, first] = textOf(answer).split('\r\n');
  expect(head).toBe('\ufeffRUN;Apellidos;Nombres;Región;Control;Final;Asistencia;Promedio parcial;Nota final');
  expect(first).toBe(`${formatRun(book.people[0].run)};Álvarez;Rocío;Aysén;4,2;;;4,2;`);
  expect(answer.headers['content-disposition']).toBe('attachment; filename="curso-de-prueba-notas.csv"');
});

it('takes them out and in again as a workbook, and nothing changes', async () => {
  const book = await aBook();
  await publish(book.people[0].enrolmentId, 'control', 42);
  const { body } = await as(book.tutor).get(`${book.url}.xlsx`).buffer().parse(bytesOf).expect(200);
  const same = await bring(book.tutor, book, body as Buffer, 'notas.xlsx').expect(201);
  expect(same.body).toMatchObject({ state: 'ready', changes: [], refused: [] });
  const [titles = [], ...rows] = await readSheet(body as Buffer);
  expect(rows[0]?.[4]).toBe('4.2');
  rows[0]![5] = '6,3';
  const edited = await workbookOf('Notas', titles, rows);
  expect((await bring(book.tutor, book, edited).expect(201)).body.changes).toMatchObject([
    { unit: 'final', from: null, to: 63, person: 'Álvarez, Rocío' },
  ]);
});

function bytesOf(answer: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  (answer as NodeJS.ReadableStream).on('data', (chunk: Buffer) => chunks.push(chunk));
  (answer as NodeJS.ReadableStream).on('end', () => done(null, Buffer.concat(chunks)));
}

it('shows what a table would change, then changes it with its reason', async () => {
  const book = await aBook();
  const { people, tutor } = book;
  await publish(people[0].enrolmentId, 'control', 37);
  const text = `${tableOf(book, [
    [0, '4,2', '', '80'],
    [1, '9,9', '5,0'],
  ])}\n11.111.111-1;5,0;5,0;\nnadie;;;`;
  const { body } = await bring(tutor, book, text).expect(201);
  expect(body).toMatchObject({
    state: 'ready',
    changes: [
      { enrolmentId: people[0].enrolmentId, unit: 'control', from: 37, to: 42 },
      { unit: null, from: null, to: 80 },
      { enrolmentId: people[1].enrolmentId, unit: 'final', from: null, to: 50 },
    ],
    refused: [
      { line: 3, column: 'Control', text: '9,9', fault: 'not_a_grade' },
      { line: 4, fault: 'unknown_person' },
      { line: 5, fault: 'wrong_run' },
    ],
  });
  expect(await db.of(GradeChange).countBy({ enrolmentId: people[1].enrolmentId })).toBe(0);
  expect((await apply(tutor, body.id).expect(200)).body.state).toBe('applying');
  await run(body.id);
  await run(body.id);
  expect((await as(tutor).get(`/api/grade-imports/${body.id}`).expect(200)).body).toMatchObject({
    ...{ state: 'applied', stale: [] },
  });
  expect(await db.of(GradeChange).findBy({ batchId: body.id })).toHaveLength(2);
  expect(await db.of(GradeChange).findOneBy({ batchId: body.id, unitKey: 'control' })).toMatchObject({
    ...{ cause: 'import', before: 37, after: 42, actorId: tutor.id, ...because },
  });
  expect(await db.of(Attendance).findOneBy({ enrolmentId: people[0].enrolmentId })).toMatchObject({ percent: 80 });
  expect(await db.of(Notice).countBy({ personId: people[0].id, kind: 'grade.import' })).toBe(1);
  expect(await db.of(AuditEntry).countBy({ subjectId: book.edition.id, action: 'grade.import' })).toBe(1);
  expect((await apply(tutor, body.id).expect(409)).body.code).toBe('import_applied');
});

it('leaves alone what somebody changed since the table was read, and says so', async () => {
  const book = await aBook();
  const { people, tutor } = book;
  const { body } = await bring(tutor, book, tableOf(book, [[0, '4,2', '5,0']])).expect(201);
  await change(tutor, people[0].enrolmentId, { grade: 66, seen: await seenBy(tutor, people[0].enrolmentId) });
  await apply(tutor, body.id).expect(200);
  await run(body.id);
  const { body: done } = await as(tutor).get(`/api/grade-imports/${body.id}`).expect(200);
  expect(done.stale).toMatchObject([{ unit: 'control', from: null, to: 42 }]);
  const { body: shown } = await as(tutor).get(book.url).expect(200);
  expect(shown.people[0].grades).toEqual([66, 50]);
});

it('applies a table once, however often its job runs', async () => {
  const book = await aBook();
  const { body } = await bring(book.tutor, book, tableOf(book, [[0, '4,2', '']])).expect(201);
  await apply(book.tutor, body.id).expect(200);
  await heldBack('grade_change', () => Promise.all([run(body.id), run(body.id), run(body.id)]));
  expect(await db.of(GradeChange).countBy({ batchId: body.id })).toBe(1);
});

it('refuses what is no table, and one too large', async () => {
  const book = await aBook();
  expect((await bring(book.tutor, book, 'PK\u0003\u0004 no es una planilla').expect(422)).body.code).toBe(
    'unreadable_sheet',
  );
  expect((await bring(book.tutor, book, '"sin cerrar').expect(422)).body.code).toBe('unreadable_sheet');
  expect((await bring(book.tutor, book, 'a;b\n'.repeat(10_001)).expect(413)).body.code).toBe('too_large');
});

it('is for whoever may write there, and an import for whoever brought it', async () => {
  const [mine, other] = [await aBook(), await aBook()];
  const table = tableOf(other, [[0, '4,2', '']]);
  await bring(mine.tutor, other, table).expect(404);
  await as(mine.tutor).get(`${other.url}.csv`).expect(404);
  await as(mine.tutor).get(`${other.url}.xlsx`).expect(404);
  const { body } = await bring(other.tutor, other, table).expect(201);
  await as(mine.tutor).get(`/api/grade-imports/${body.id}`).expect(404);
  await apply(mine.tutor, body.id).expect(404);
  const coordinator = await staff({ role: 'coordinator', regionCut: '16' });
  await bring(coordinator, other, table).expect(403);
  await as(coordinator).get(`/api/grade-imports/${body.id}`).expect(403);
  const csv = textOf(await as(coordinator).get(`${other.url}.csv`).expect(200));
  expect([csv.includes('Navarro'), csv.includes('Álvarez')]).toEqual([true, false]);
  await bring(await aLearner(), other, table).expect(403);
  await anonymous().get(`${other.url}.csv`).expect(401);
});
