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
    meta: { category: [], topic: null, difficulty: null, outcome: null, territories: [], tags: [] },
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

it.each([
  ['neto', 'net'],
  ['cada', 'each'],
  ['solo-correctas', 'only_right'],
  ['exacto', 'exact'],
])('reads the credit rule %s', async (written, credit) => {
  const question = await read(`:::opcion-multiple{#x credito=${written}}\n¿?\n\n- [x] a) A\n- [ ] b) B\n:::`);
  expect(question?.answerKey).toMatchObject({ credit });
});

it.each([
  ['5 %', '0.05'],
  ['12,5%', '0.125'],
  ['100 %', '1.00'],
  ['0,0000001 %', '0.000000001'],
])('reads the tolerance %s as a part of the number', async (written, tolerance) => {
  const question = await read(`:::numerica{#x respuesta="40" tolerancia="${written}"}\n¿Cuánto?\n:::`);
  expect(question?.answerKey).toMatchObject({ tolerance, relative: true });
});

it('reads a short text with the forms that count', async () => {
  const question = await read(':::texto-corto{#x respuesta="línea base | la línea base" distingue="tildes"}\n¿Qué?\n:::');
  expect(question?.answerKey).toMatchObject({ accepted: ['línea base', 'la línea base'], matchAccents: true });
  expect(question?.body).toEqual({ kind: 'short', prompt: '¿Qué?' });
});

it('reads a text with gaps, and keeps the spaces around them', async () => {
  const question = await read(
    [
      ':::completar{#x}\nCompleta.',
      'La :hueco[minuta | *acta*]{#cierre} mide :hueco-numero[3,5]{#km tolerancia="5 %"} km.',
      'Lo fija :hueco-lista[ley) una ley | reg) un reglamento]{#norma respuesta=reg}.\n:::',
    ].join('\n\n'),
  );
  expect(question?.body).toEqual({
    kind: 'gaps',
    prompt: 'Completa.',
    parts: [
      { type: 'html', html: 'La ' },
      { type: 'text', id: 'cierre' },
      { type: 'html', html: ' mide ' },
      { type: 'number', id: 'km' },
      { type: 'html', html: ' km.' },
      { type: 'html', html: '<br><br>' },
      { type: 'html', html: 'Lo fija ' },
      {
        ...{ type: 'choice', id: 'norma' },
        options: [
          { id: 'ley', html: 'una ley' },
          { id: 'reg', html: 'un reglamento' },
        ],
      },
      { type: 'html', html: '.' },
    ],
  });
  expect(question?.answerKey).toMatchObject({
    gaps: {
      cierre: { type: 'text', accepted: ['minuta', 'acta'] },
      km: { type: 'number', value: '3.5', tolerance: '0.05', relative: true },
      norma: { type: 'choice', correct: 'reg' },
    },
  });
});

it('reads items with their categories, of which one may be empty', async () => {
  const table = '| A | B |\n| - | - |\n| a) Uno | lev) L |\n| b) Dos | lev) L |\n| c) Tres | imp) I |\n|  | seg) S |';
  const question = await read(`:::clasificar{#x}\nClasifica.\n\n${table}\n:::`);
  expect(question?.answerKey).toMatchObject({ bins: { a: 'lev', b: 'lev', c: 'imp' } });
  expect(question?.body).toMatchObject({ items: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
  expect(question?.body).toMatchObject({ bins: [{ id: 'imp' }, { id: 'lev' }, { id: 'seg', html: 'S' }] });
});

it('reads the areas of a picture', async () => {
  const question = await read(
    [
      ':::zona-en-imagen{#x src="dibujo.svg" alt="Un mapa."}\nMarca.\n',
      '- [ ] norte) :area[Norte]{rectangulo="0,0 500,400"}\n  > No.',
      '- [x] sur) :area[Sur]{circulo="700,700 100"}',
      '- [x] este) :area[Este]{poligono="600,0 1000,0 1000,300"}\n:::',
    ].join('\n'),
  );
  expect(question?.body).toMatchObject({
    picture: { src: expect.stringMatching(/^\/api\/blobs\/[0-9a-f]{64}\.svg$/), width: 640, height: 300, alt: 'Un mapa.' },
    areas: [
      { id: 'norte', name: 'Norte', shape: { type: 'rectangle', from: { x: 0, y: 0 }, to: { x: 500, y: 400 } } },
      { id: 'sur', name: 'Sur', shape: { type: 'circle', centre: { x: 700, y: 700 }, radius: 100 } },
      { id: 'este', shape: { type: 'polygon' } },
    ],
    many: true,
  });
  expect(question?.answerKey).toMatchObject({ correct: ['sur', 'este'], optionFeedback: { norte: 'No.' } });
});

const variables = (...rows: string[]) => ['| V | Desde | Hasta | Paso |', '| - | - | - | - |', ...rows].join('\n');

it('reads a formula with its variables', async () => {
  const question = await read(
    `:::calculada{#x formula="m - r / 2" tolerancia="1" unidad="km" decimales=1}\nHay {r} de {m}.\n\n${variables(
      '| r | -1 | 4 | 1 |',
      '| m | 6 | 10 | 0,5 |',
    )}\n\n> {m} menos la mitad de {r}.\n:::`,
  );
  expect(question?.body).toEqual({ kind: 'calculated', prompt: 'Hay {r} de {m}.', unit: 'km' });
  expect(question?.answerKey).toMatchObject({
    formula: 'm - r / 2',
    ...{ tolerance: '1', decimals: 1, feedback: '{m} menos la mitad de {r}.' },
    variables: [
      { name: 'r', min: '-1', max: '4', step: '1' },
      { name: 'm', min: '6', max: '10', step: '0.5' },
    ],
  });
});

it('reads what a person marks, with the guide that only markers see', async () => {
  const essay = await read('::::ensayo{#x minimo=100 maximo=300}\nJustifica.\n\n:::pauta\n**Tres** razones.\n:::\n::::');
  expect(essay?.body).toEqual({ kind: 'essay', prompt: 'Justifica.', minWords: 100, maxWords: 300 });
  expect(essay?.answerKey).toMatchObject({ guide: '<strong>Tres</strong> razones.' });
  const file = await read(':::archivo{#x archivos=2 megas=5 tipos="pdf docx"}\nSube.\n:::');
  expect(file?.body).toEqual({
    ...{ kind: 'file', prompt: 'Sube.', maxFiles: 2, maxBytes: 5_000_000, types: ['pdf', 'docx'] },
  });
});

it('reads how the bank files a question', async () => {
  const filed = 'categoria="Levantamiento / Línea base" dificultad=3 resultado=1 etiquetas="datos fuentes"';
  const question = await read(`:::verdadero-falso{#x respuesta=falso tema=marco ${filed}}\nEs así.\n:::`);
  expect(question?.meta).toEqual({
    ...{ category: ['Levantamiento', 'Línea base'], topic: 'marco', difficulty: 3, outcome: 'Explicar.' },
    ...{ territories: [], tags: ['datos', 'fuentes'] },
  });
});
