import type { Locator, Page } from 'playwright-core';
import { solutionOf } from '../../api/src/bank/scoring.policy.ts';
import {
  AnswerKey,
  type Drawn,
  type QuestionBody,
  type QuestionResponse,
} from '../../api/src/content/question.schema.ts';
import { newId } from '../../api/src/platform/id.ts';
import { as, db, type Visitor } from './app.ts';

/** A right answer in the words of the page. */
export type Told =
  | { by: 'choice'; role: 'radio' | 'checkbox'; names: string[] }
  | { by: 'number'; text: string }
  | { by: 'pairs'; pairs: [item: string, partner: string][] }
  | { by: 'order'; items: string[] };
export type Solved = { position: number; kind: QuestionBody['kind']; right: QuestionResponse; told: Told };

const questionsOf = `
  select position, body, answer_key as key, drawn
  from attempt_question join question_version on question_version.id = question_version_id
  where attempt_id = $1 order by position`;

/** The right answer to each question of an attempt, which only the database tells. */
export async function solve(attempt: string): Promise<Solved[]> {
  const { rows } = await db.run(questionsOf, [attempt]);
  return (rows as { position: number; body: QuestionBody; key: unknown; drawn: Drawn | null }[]).map(
    ({ position, body, key, drawn }) => {
      const right = solutionOf(AnswerKey.parse(key), drawn);
      if (!right) throw new Error(`Only a person tells what is right at position ${position}`);
      return { position, kind: body.kind, right, told: tell(body, right) };
    },
  );
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** What people see of a phrase of a question. */
const seen = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

/** Looks up the words of an option in the lists that a question has under these names. */
function wordsIn(body: QuestionBody, ...lists: ('options' | 'items' | 'left' | 'right')[]): (id: string) => string {
  const all = lists.flatMap(
    (list) => (body as Partial<Record<typeof list, { id: string; html: string }[]>>)[list] ?? [],
  );
  return (id) => seen(all.find((option) => option.id === id)?.html ?? '');
}

function tell(body: QuestionBody, right: QuestionResponse): Told {
  const words = wordsIn(body, 'options', 'items');
  switch (right.kind) {
    case 'single':
      return { by: 'choice', role: 'radio', names: [words(right.choice)] };
    case 'multiple':
      return { by: 'choice', role: 'checkbox', names: right.choices.map(words) };
    case 'true_false':
      return { by: 'choice', role: 'radio', names: [right.value ? 'Verdadero' : 'Falso'] };
    case 'numeric':
      return { by: 'number', text: right.text };
    case 'matching': {
      const [item, partner] = [wordsIn(body, 'left'), wordsIn(body, 'right')];
      return { by: 'pairs', pairs: Object.entries(right.pairs).map(([a, b]) => [item(a), partner(b)]) };
    }
    case 'ordering':
      return { by: 'order', items: right.order.map(words) };
    default:
      throw new Error(`Nobody answers a question of kind ${right.kind} on the page yet`);
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

/** The question with this number, on the page of an attempt. */
export const questionOn = (page: Page, position: number) =>
  page.getByRole('group', { name: new RegExp(`^Pregunta ${position} ·`) });

/** Answers one question as someone with a mouse would, going to its group first. */
export async function answerOn(page: Page, { position, told }: Solved): Promise<void> {
  const question = questionOn(page, position);
  if (!(await question.isVisible())) {
    await page.getByRole('link', { name: new RegExp(`^Pregunta ${position},`) }).click();
    await question.waitFor();
  }
  switch (told.by) {
    case 'choice':
      for (const name of told.names) await question.getByRole(told.role, { name, exact: true }).check();
      return;
    case 'number':
      return question.getByLabel('Tu respuesta').fill(told.text);
    case 'pairs':
      for (const [name, label] of told.pairs)
        await question.getByRole('combobox', { name, exact: true }).selectOption({ label });
      return;
    case 'order':
      return order(question, told.items);
  }
}

/** Where each of `items` stands, by the place where it belongs. */
export const placesIn = async (question: Locator, items: readonly string[]) =>
  (await question.getByRole('listitem').allInnerTexts()).map((text) =>
    items.findIndex((item) => text.replace(/\s+/g, ' ').includes(item)),
  );

/** Moves each item up to its place with its button, from the first on. */
async function order(question: Locator, items: readonly string[]): Promise<void> {
  for (const [place, item] of items.entries())
    for (let at = (await placesIn(question, items)).indexOf(place); at > place; at--)
      await question.getByRole('button', { name: `Subir «${item}»`, exact: true }).click();
  expect(await placesIn(question, items)).toEqual(items.map((_, place) => place));
}
