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
import { aPicture } from './make-task.ts';

/** A right answer in the words of the page. */
export type Told =
  | { by: 'choice'; role: 'radio' | 'checkbox'; names: string[] }
  | { by: 'text'; text: string }
  | { by: 'gaps'; gaps: { name: string; text: string; choice: boolean }[] }
  | { by: 'editor'; text: string }
  | { by: 'file' }
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
      const right = solutionOf(AnswerKey.parse(key), drawn) ?? byHand(body);
      return { position, kind: body.kind, right, told: tell(body, right) };
    },
  );
}

/** Something for a person to mark. */
function byHand({ kind }: QuestionBody): QuestionResponse {
  if (kind === 'essay') return { kind, html: '<p>La localidad está aislada.</p>' };
  if (kind === 'file') return { kind, files: [newId()] };
  throw new Error(`Nobody can tell what is right in a question of kind ${kind}`);
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
function wordsIn(
  body: QuestionBody,
  ...lists: ('options' | 'items' | 'left' | 'right' | 'bins')[]
): (id: string) => string {
  const all = lists.flatMap(
    (list) => (body as Partial<Record<typeof list, { id: string; html: string }[]>>)[list] ?? [],
  );
  return (id) => seen(all.find((option) => option.id === id)?.html ?? '');
}

type Of<K> = Extract<QuestionBody, { kind: K }>;
type Given<K> = Extract<QuestionResponse, { kind: K }>;
type Telling<K extends QuestionBody['kind']> = (body: Of<K>, right: Given<K>) => Told;

const pairsOf = (
  body: QuestionBody,
  pairs: Record<string, string>,
  from: 'left' | 'items',
  to: 'right' | 'bins',
): Told => {
  const [item, partner] = [wordsIn(body, from), wordsIn(body, to)];
  return { by: 'pairs', pairs: Object.entries(pairs).map(([a, b]) => [item(a), partner(b)]) };
};
const typed = (_: unknown, { text }: { text: string }): Told => ({ by: 'text', text });

const tellings: { [K in QuestionBody['kind']]: Telling<K> } = {
  single: (body, { choice }) => ({ by: 'choice', role: 'radio', names: [wordsIn(body, 'options')(choice)] }),
  multiple: (body, { choices }) => ({ by: 'choice', role: 'checkbox', names: choices.map(wordsIn(body, 'options')) }),
  true_false: (_, { value }) => ({ by: 'choice', role: 'radio', names: [value ? 'Verdadero' : 'Falso'] }),
  ...{ numeric: typed, calculated: typed, short: typed },
  matching: (body, { pairs }) => pairsOf(body, pairs, 'left', 'right'),
  categorise: (body, { bins }) => pairsOf(body, bins, 'items', 'bins'),
  ordering: (body, { order }) => ({ by: 'order', items: order.map(wordsIn(body, 'items')) }),
  gaps: ({ parts }, { gaps }) => {
    const all = parts.filter((part) => part.type !== 'html');
    const textOf = (part: (typeof all)[number]) => {
      const given = gaps[part.id] ?? '';
      return part.type === 'choice' ? seen(part.options.find(({ id }) => id === given)?.html ?? '') : given;
    };
    return {
      by: 'gaps',
      gaps: all.map((part, i) => ({
        ...{ name: `Hueco ${i + 1} de ${all.length}`, text: textOf(part), choice: part.type === 'choice' },
      })),
    };
  },
  hotspot: ({ areas, many }, { areas: right }) => ({
    ...{ by: 'choice', role: many ? 'checkbox' : 'radio' },
    names: right.map(
      (id) => `${areas.findIndex((area) => area.id === id) + 1}. ${areas.find((area) => area.id === id)?.name ?? ''}`,
    ),
  }),
  essay: (_, { html }) => ({ by: 'editor', text: seen(html) }),
  file: () => ({ by: 'file' }),
};

const tell = (body: QuestionBody, right: QuestionResponse): Told =>
  (tellings[body.kind] as Telling<QuestionBody['kind']>)(body, right);

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
  await (ways[told.by] as (question: Locator, told: Told) => Promise<void>)(question, told);
}

type Ways = { [K in Told['by']]: (question: Locator, told: Extract<Told, { by: K }>) => Promise<void> };

const ways: Ways = {
  choice: (question, { names, role }) => each(names, (name) => question.getByRole(role, { name, exact: true }).check()),
  text: (question, { text }) => question.getByLabel('Tu respuesta').fill(text),
  editor: (question, { text }) => question.getByRole('textbox', { name: 'Tu respuesta' }).fill(text),
  gaps: (question, { gaps }) => each(gaps, (gap) => fillGap(question, gap)),
  pairs: (question, { pairs }) =>
    each(pairs, async ([name, label]) => {
      await question.getByRole('combobox', { name, exact: true }).selectOption({ label });
    }),
  order: (question, { items }) => order(question, items),
  file: async (question) => {
    await question
      .locator('input[type=file]')
      .setInputFiles({ name: 'Mapa.png', mimeType: 'image/png', buffer: aPicture });
    await question.getByRole('button', { name: 'Quitar Mapa.png' }).waitFor();
  },
};

async function each<T>(items: readonly T[], go: (item: T) => Promise<void>): Promise<void> {
  for (const item of items) await go(item);
}

async function fillGap(question: Locator, { name, text, choice }: { name: string; text: string; choice: boolean }) {
  const gap = question.getByLabel(name, { exact: true });
  if (choice) await gap.selectOption({ label: text });
  else await gap.fill(text);
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
