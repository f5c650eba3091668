import type { Page } from 'playwright-core';
import type { AnswerKey, QuestionBody, QuestionResponse } from '../../api/src/content/question.schema.ts';
import { newId } from '../../api/src/platform/id.ts';
import { as, db, type Visitor } from './app.ts';

export type Solved = { position: number; body: QuestionBody; right: QuestionResponse };

const questionsOf = `
  select position, body, answer_key as key
  from attempt_question join question_version on question_version.id = question_version_id
  where attempt_id = $1 order by position`;

/** The right answer to each question of an attempt, which only the database tells. */
export async function solve(attempt: string): Promise<Solved[]> {
  const { rows } = await db.run(questionsOf, [attempt]);
  return (rows as { position: number; body: QuestionBody; key: AnswerKey }[]).map(({ position, body, key }) => ({
    ...{ position, body, right: responseTo(key) },
  }));
}

function responseTo(key: AnswerKey): QuestionResponse {
  switch (key.kind) {
    case 'single':
      return { kind: key.kind, choice: key.correct };
    case 'multiple':
      return { kind: key.kind, choices: key.correct };
    case 'true_false':
      return { kind: key.kind, value: key.correct };
    case 'numeric':
      return { kind: key.kind, text: key.value.replace('.', ',') };
    case 'matching':
      return { kind: key.kind, pairs: key.pairs };
    case 'ordering':
      return { kind: key.kind, order: key.order };
  }
}

/** Starts an attempt over HTTP, and answers its id with its right answers. */
export async function startAttempt(me: Visitor, enrolment: string, unit: string, lease = newId()) {
  const { body } = await as(me)
    .post(`/api/enrolments/${enrolment}/evaluations/${unit}/attempts`)
    .send({ lease })
    .expect(201);
  const id = body.id as string;
  return { id, lease, solved: await solve(id) };
}

/** Takes an evaluation over HTTP with all answers right, or none given. Answers the attempt. */
export async function takeRightly(me: Visitor, enrolment: string, unit: string, { blank = false } = {}) {
  const { id, lease, solved } = await startAttempt(me, enrolment, unit);
  for (const { position, right } of blank ? [] : solved)
    await as(me)
      .put(`/api/attempts/${id}/answers/${position}`)
      .send({ lease, seq: 1, response: right, flagged: false })
      .expect(200);
  await as(me).post(`/api/attempts/${id}/submission`).expect(204);
  return id;
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** What people see of a phrase of a question. */
export const seen = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

export const textOf = (options: readonly { id: string; html: string }[], id: string) =>
  seen(options.find((option) => option.id === id)?.html ?? '');

/** The question with this number, on the page of an attempt. */
export const questionOn = (page: Page, position: number) =>
  page.getByRole('group', { name: new RegExp(`^Pregunta ${position} ·`) });

/** Answers one question as someone with a mouse would, going to its group first. */
export async function answerOn(page: Page, solved: Solved): Promise<void> {
  const { position, body, right } = solved;
  const question = questionOn(page, position);
  if (!(await question.isVisible())) {
    await page.getByRole('link', { name: new RegExp(`^Pregunta ${position},`) }).click();
    await question.waitFor();
  }
  const option = (role: 'radio' | 'checkbox', name: string) => question.getByRole(role, { name, exact: true }).check();
  if (right.kind === 'true_false') await option('radio', right.value ? 'Verdadero' : 'Falso');
  else if (right.kind === 'numeric') await question.getByLabel('Tu respuesta').fill(right.text);
  else if (body.kind === 'single' && right.kind === 'single') await option('radio', textOf(body.options, right.choice));
  else if (body.kind === 'multiple' && right.kind === 'multiple')
    for (const choice of right.choices) await option('checkbox', textOf(body.options, choice));
  else if (body.kind === 'matching' && right.kind === 'matching')
    for (const [left, partner] of Object.entries(right.pairs))
      await question
        .getByRole('combobox', { name: textOf(body.left, left), exact: true })
        .selectOption({ label: textOf(body.right, partner) });
  else if (body.kind === 'ordering' && right.kind === 'ordering')
    await order(
      page,
      position,
      right.order.map((id) => textOf(body.items, id)),
    );
}

/** Moves each item up to its place with its button, from the first on. */
async function order(page: Page, position: number, wanted: readonly string[]): Promise<void> {
  const question = questionOn(page, position);
  const places = async () =>
    (await question.getByRole('listitem').allInnerTexts()).map((text) =>
      wanted.findIndex((item) => text.replace(/\s+/g, ' ').includes(item)),
    );
  for (const [place, item] of wanted.entries())
    for (let at = (await places()).indexOf(place); at > place; at--)
      await question.getByRole('button', { name: `Subir «${item}»`, exact: true }).click();
  expect(await places()).toEqual(wanted.map((_, place) => place));
}
