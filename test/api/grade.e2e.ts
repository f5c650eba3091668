import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { CompletionService } from '../../api/src/grade/completion.service.ts';
import { Result } from '../../api/src/grade/result.entity.ts';
import { app, as, db, heldBack } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment, aProgramme } from '../support/make-course.ts';
import { aLearner } from '../support/make.ts';
import { aStudent, evaluation, read, take, waiting } from '../support/take-evaluation.ts';

const course = (enrolmentId: string) => `/api/enrolments/${enrolmentId}/grade`;
const nota = (enrolmentId: string, unit = 'control') => `${evaluation(enrolmentId, unit)}/grade`;
const check = (enrolmentId: string) => app.get(CompletionService).check(enrolmentId);
const resultOf = (enrolmentId: string) => db.of(Result).findOneBy({ enrolmentId });
const two = {
  evaluations: [
    { key: 'control', title: 'Control', weight: 40 },
    { key: 'final', title: 'Final', weight: 60 },
  ],
};
/** Seven points of ten, and four. */
const seven = ['single', 'multiple', 'true_false', 'matching'];
const four = ['single', 'matching'];

it('explains a nota step by step', async () => {
  const { learner, enrolmentId } = await aStudent();
  const id = await take(learner, enrolmentId, seven);
  const { body } = await as(learner).get(nota(enrolmentId)).expect(200);
  expect(body).toMatchObject({
    ...{ unit: 'control', module: 'El módulo uno', weight: 100, keep: 'best', grade: 48, passGrade: 40 },
    attempts: [{ id, n: 1, grade: 48, counts: true }],
  });
  const [{ steps, questions }] = body.attempts;
  expect(steps).toMatchObject({
    ...{ points: '7', maxPoints: '10', demand: 60, cut: '6', stretch: 'above' },
    lines: ['4,0 + 3,0 × (7 − 6) ÷ (10 − 6)', '4,0 + 3,0 × 1 ÷ 4'],
    ...{ exact: '4,75', isExact: true, roundingDigit: 5, roundsUp: true, rounded: 48 },
  });
  expect(steps.table).toContainEqual({ points: '7', grade: 48, yours: true });
  expect(questions).toHaveLength(6);
  expect(questions[0]).toEqual({ position: 1, points: expect.any(String), maxPoints: expect.any(String) });
});

it('explains a nota below the cut', async () => {
  const { learner, enrolmentId } = await aStudent();
  await take(learner, enrolmentId, four);
  const { body } = await as(learner).get(nota(enrolmentId)).expect(200);
  expect(body.attempts[0].steps).toMatchObject({
    ...{ points: '4', stretch: 'below', lines: ['1,0 + 3,0 × 4 ÷ 6'], exact: '3,0', rounded: 30 },
  });
});

it('says which attempts count', async () => {
  for (const [keep, counts] of [
    ['best', [true, false]],
    ['last', [false, true]],
    ['average', [true, true]],
  ] as const) {
    const { learner, enrolmentId } = await aStudent({ evaluations: [{ keep }] });
    await take(learner, enrolmentId, seven);
    await take(learner, enrolmentId, four);
    const { body } = await as(learner).get(nota(enrolmentId)).expect(200);
    const attempts = body.attempts as { counts: boolean }[];
    expect(attempts.map((attempt) => attempt.counts)).toEqual(counts);
  }
});

it('has no nota before an attempt ends', async () => {
  const { learner, enrolmentId } = await aStudent();
  expect((await as(learner).get(nota(enrolmentId)).expect(409)).body.code).toBe('not_released');
});

it('weighs the evaluations of a course', async () => {
  const { learner, enrolmentId } = await aStudent(two);
  await take(learner, enrolmentId, seven);
  const half = await as(learner).get(course(enrolmentId)).expect(200);
  expect(half.body).toMatchObject({
    ...{ grade: null, provisional: 48, lessons: { done: 0, all: 2 }, completedAt: null },
    items: [
      { unit: 'control', weight: 40, grade: 48 },
      { unit: 'final', weight: 60, grade: null },
    ],
  });

  await take(learner, enrolmentId, [], 'final');
  await take(learner, enrolmentId, undefined, 'final');
  await read(enrolmentId, 'leccion-1');
  const whole = await as(learner).get(course(enrolmentId)).expect(200);
  expect(whole.body).toMatchObject({
    ...{ grade: 61, provisional: 61, lessons: { done: 1, all: 2 } },
    lines: ['(4,8 × 40 + 7,0 × 60) ÷ 100', '(192 + 420) ÷ 100', '6,12'],
  });
});

it('hides the grades of everyone else', async () => {
  const { enrolmentId } = await aStudent();
  const other = await aLearner();
  await as(other).get(course(enrolmentId)).expect(404);
  await as(other).get(nota(enrolmentId)).expect(404);
});

it('completes a course once its lessons are read and it is passed', async () => {
  const { learner, enrolmentId } = await aStudent();
  await check(enrolmentId);
  await take(learner, enrolmentId, four);
  await read(enrolmentId, 'leccion-1', 'leccion-2');
  await check(enrolmentId);
  expect(await resultOf(enrolmentId)).toBeNull();

  await take(learner, enrolmentId, seven);
  await check(enrolmentId);
  expect(await resultOf(enrolmentId)).toMatchObject({ grade: 48 });
  expect((await as(learner).get(course(enrolmentId))).body).toMatchObject({
    grade: 48,
    completedAt: expect.any(String),
  });
});

it('does not complete a course with a lesson unread', async () => {
  const { learner, enrolmentId } = await aStudent();
  await take(learner, enrolmentId);
  await read(enrolmentId, 'leccion-1');
  await check(enrolmentId);
  expect(await resultOf(enrolmentId)).toBeNull();
  await read(enrolmentId, 'leccion-2');
  await check(enrolmentId);
  expect(await resultOf(enrolmentId)).toMatchObject({ grade: 70 });
});

it('does not complete a course whose own passing grade is higher', async () => {
  const { learner, enrolmentId } = await aStudent({ passGrade: 50, lessons: 0 });
  await take(learner, enrolmentId, seven);
  await check(enrolmentId);
  expect(await resultOf(enrolmentId)).toBeNull();
});

it('keeps the grade of the moment of completion', async () => {
  const { learner, enrolmentId } = await aStudent({ lessons: 0 });
  await take(learner, enrolmentId, seven);
  await check(enrolmentId);
  await take(learner, enrolmentId);
  await check(enrolmentId);
  const { body } = await as(learner).get(course(enrolmentId)).expect(200);
  expect(body).toMatchObject({ grade: 48, provisional: 70 });
});

it('completes once, however many look at once', async () => {
  const { learner, enrolmentId } = await aStudent({ lessons: 0 });
  await take(learner, enrolmentId);
  await heldBack('result', () => Promise.all(Array.from({ length: 6 }, () => check(enrolmentId))));
  await check(enrolmentId);
  expect(await db.of(AuditEntry).countBy({ subjectId: enrolmentId, action: 'enrolment.complete' })).toBe(1);
  expect(await waiting('credential-issue', enrolmentId)).toBe(1);
});

it('completes a programme with the last of its courses, by their weights', async () => {
  const learner = await aLearner();
  const courses = [await aCourse({ lessons: 0 }), await aCourse({ lessons: 0 })];
  const { versionId } = await aProgramme(courses.map((course, i) => ({ course, weight: i === 0 ? 25 : 75 })));
  const whole = await anEdition({ programmeVersionId: versionId });
  const parent = await anEnrolment(learner, whole);
  const parts = [];
  for (const { versionId: courseVersionId } of courses)
    parts.push(await anEnrolment(learner, await anEdition({ courseVersionId, parentId: whole.id }), parent.id));
  const [first, second] = parts as [(typeof parts)[number], (typeof parts)[number]];

  await take(learner, first.id);
  await check(first.id);
  expect(await waiting('completion-check', parent.id)).toBe(1);
  await check(parent.id);
  expect(await resultOf(parent.id)).toBeNull();
  await take(learner, second.id, seven);
  await check(second.id);
  await check(parent.id);
  expect(await resultOf(parent.id)).toMatchObject({ grade: 54 }); // (7,0 × 25 + 4,8 × 75) ÷ 100 = 5,35
  expect(await waiting('credential-issue', parent.id)).toBe(1);
  await as(learner).get(course(parent.id)).expect(404);
});
