import { QuestionVersion } from '../../api/src/bank/question.entity.ts';
import { Topic } from '../../api/src/catalogue/reference.entity.ts';
import { TerritoryKind } from '../../api/src/territory/territory.entity.ts';
import { as, db, type Visitor } from './app.ts';
import { staff } from './make.ts';

/** What a question is about, as a form sends it. */
export const about = (of: object = {}) => ({
  ...{ categoryId: null, topic: null, difficulty: null, outcome: null, territories: [], tags: [] },
  ...of,
});

/** A single choice, its phrases in Markdown. */
export const wording = (prompt: string, correct = 'a') => ({
  points: 1000,
  body: {
    ...{ kind: 'single', prompt },
    options: [
      { id: 'a', html: 'La **primera**' },
      { id: 'b', html: 'La segunda' },
    ],
  },
  answerKey: { kind: 'single', correct, feedback: 'Mira la *norma*.', optionFeedback: { b: 'No es esa.' } },
});

/** A topic and a kind of territory that the catalogue has, by these keys. */
export async function knowing(topic: string, kind: string): Promise<void> {
  await db.of(Topic).insert({ key: topic, name: topic, position: 900 });
  const about = { name: 'Zona', plural: 'Zonas', norm: '', validFrom: null, validTo: null, note: '' };
  await db.of(TerritoryKind).insert({ key: kind, ...about });
}

/** Someone who writes questions. */
export const anAuthor = () => staff({ role: 'author' });

/** A question of the bank, made as an author makes it. */
export async function aQuestion(
  me: Visitor,
  prompt: string,
  of: object = {},
): Promise<{ id: string; versionId: string }> {
  const { body } = await as(me)
    .post('/api/questions')
    .send({ about: about(of), wording: wording(prompt) })
    .expect(201);
  return body as { id: string; versionId: string };
}

export const versionsOf = (questionId: string) =>
  db.of(QuestionVersion).find({ where: { questionId }, order: { n: 'asc' } });
