import { aContentFolder, evaluationCard, questionText } from '../../../test/support/content.ts';
import { readContent } from './content.service.ts';
import { AnswerKey, QuestionBody } from './question.schema.ts';

/** Reads one question written in an evaluation. */
async function read(text: string) {
  const rest = ['q1', 'q2', 'q3'].map(questionText).join('\n');
  const file = `${evaluationCard('e1')}\n${text}\n\n${rest}`;
  const { courses, problems } = await readContent(await aContentFolder({ 'cursos/uno/01-m/evaluacion.md': file }));
  expect(problems).toEqual([]);
  const unit = courses[0]?.modules[0]?.units.find(({ key }) => key === 'e1');
  const question = unit?.kind === 'evaluation' ? unit.questions[0] : undefined;
  expect(QuestionBody.safeParse(question?.body).success && AnswerKey.safeParse(question?.answerKey).success).toBe(true);
  return question;
}

it('reads a single choice with what is said of each answer', async () => {
  expect(
    await read(
      ':::opcion-unica{#base puntos=2}\n¿Qué es *esto*?\n\n- [ ] a) Uno.\n  > No.\n- [x] b) Dos.\n\n> Sí.\n:::',
    ),
  ).toEqual({
    key: 'base',
    kind: 'single',
    points: 2000,
    body: {
      kind: 'single',
      prompt: '¿Qué es <em>esto</em>?',
      options: [
        { id: 'a', html: 'Uno.' },
        { id: 'b', html: 'Dos.' },
      ],
    },
    answerKey: { kind: 'single', correct: 'b', feedback: 'Sí.', optionFeedback: { a: 'No.' } },
  });
});

it('reads a multiple choice, worth a point if nothing is said', async () => {
  expect(
    await read(':::opcion-multiple{#x}\n¿Cuáles?\n\n- [x] a) Uno.\n- [x] b) Dos.\n- [ ] c) Tres.\n:::'),
  ).toMatchObject({
    points: 1000,
    answerKey: { kind: 'multiple', correct: ['a', 'b'], feedback: null, optionFeedback: {} },
  });
});

it('reads true or false', async () => {
  const question = await read(':::verdadero-falso{#x respuesta=falso}\nEs así.\n\n> No lo es.\n:::');
  expect(question?.body).toEqual({ kind: 'true_false', prompt: 'Es así.' });
  expect(question?.answerKey).toEqual({
    kind: 'true_false',
    correct: false,
    feedback: 'No lo es.',
    optionFeedback: {},
  });
});

it.each([
  ['4', '0', '4', '0'],
  ['1234,5', '0,05', '1234.5', '0.05'],
  ['−3,25', '1', '-3.25', '1'],
])('reads the number %s ± %s exactly', async (written, margin, value, tolerance) => {
  const question = await read(
    `:::numerica{#x respuesta="${written}" tolerancia="${margin}" unidad="%"}\n¿Cuánto?\n:::`,
  );
  expect(question?.body).toEqual({ kind: 'numeric', prompt: '¿Cuánto?', unit: '%' });
  expect(question?.answerKey).toMatchObject({ value, tolerance });
});

it('reads pairs with a distractor, and tells the right side in an order that tells nothing', async () => {
  const table =
    '| A | B |\n| - | - |\n| ficha) Ficha | lev) Levantar |\n| firma) Firma | imp) Implementar |\n|  | cie) Cerrar |';
  const question = await read(`:::pareados{#x puntos=3}\nAsocia.\n\n${table}\n:::`);
  expect(question?.answerKey).toMatchObject({ pairs: { ficha: 'lev', firma: 'imp' } });
  expect(question?.body).toMatchObject({
    left: [{ id: 'ficha', html: 'Ficha' }, { id: 'firma' }],
    right: [{ id: 'cie', html: 'Cerrar' }, { id: 'imp' }, { id: 'lev' }],
  });
});

it('reads a sequence, and tells it in an order that tells nothing', async () => {
  const question = await read(':::ordenar{#x}\nOrdena.\n\n1. informe) Uno.\n2. concejos) Dos.\n3. core) Tres.\n:::');
  expect(question?.answerKey).toMatchObject({ order: ['informe', 'concejos', 'core'] });
  expect(question?.body).toMatchObject({ items: [{ id: 'concejos' }, { id: 'core' }, { id: 'informe' }] });
});
