import { readFile } from 'node:fs/promises';
import { readQuestions } from './exchange.service.ts';

const sample = (name: string) => readFile(new URL(`../../../test/samples/questions/${name}`, import.meta.url));
const read = (text: string) => readQuestions(Buffer.from(text), 'x.gift');

it('reads every form, and says of each that it can not read why', async () => {
  const { format, imported, withLoss, refused } = await readQuestions(await sample('formas.gift'), 'formas.gift');
  expect(format).toBe('gift');
  expect(imported.map(({ line, question }) => [line, question.kind])).toEqual([
    [4, 'true_false'],
    [7, 'single'],
    [13, 'short'],
    [15, 'multiple'],
    [17, 'multiple'],
    [19, 'multiple'],
    [21, 'numeric'],
    [23, 'numeric'],
    [25, 'numeric'],
    [27, 'numeric'],
    [31, 'matching'],
    [33, 'essay'],
    [45, 'short'],
    [47, 'single'],
    [53, 'true_false'],
  ]);
  expect(withLoss).toEqual([
    { line: 13, what: expect.stringMatching(/«casi dos» valía 50 %/) },
    { line: 19, what: expect.stringMatching(/Los pesos \(70 %, 30 %, 0 %\)/) },
    { line: 23, what: 'Se perdió el comentario de las respuestas erradas.' },
    { line: 25, what: expect.stringMatching(/«3:5» valía 50 %/) },
    { line: 45, what: expect.stringMatching(/comodín/) },
  ]);
  expect(refused).toEqual([
    { line: 29, reason: expect.stringMatching(/varios números correctos/) },
    { line: 35, reason: expect.stringMatching(/descripción/) },
    { line: 37, reason: expect.stringMatching(/no se cierra/) },
    { line: 39, reason: expect.stringMatching(/Sobra una llave/) },
    { line: 41, reason: expect.stringMatching(/más de un bloque/) },
    { line: 43, reason: expect.stringMatching(/Ninguna alternativa/) },
    { line: 50, reason: expect.stringMatching(/no termina con «::»/) },
  ]);
});

it('keeps what a question says, mark by mark', async () => {
  const { imported } = await readQuestions(await sample('formas.gift'), 'formas.gift');
  const at = (line: number) => imported.find((one) => one.line === line)?.question;
  expect(at(4)).toMatchObject({
    name: 'Suma',
    category: ['Marco', 'Y\\', 'O/Brechas'],
    body: { prompt: '1+1 = 2' },
    answerKey: { correct: true, optionFeedback: { true: 'Eso es.', false: 'No: suma de nuevo.' } },
  });
  expect(at(7)).toMatchObject({
    key: 'q-color',
    tags: ['colores', 'con ] corchete'],
    difficulty: 3,
    territories: ['zona-rezagada'],
    body: {
      prompt: 'Entre <strong>naranjo:</strong> y verde {en el arco}',
      options: [{ html: 'amarillo' }, { html: 'rojo' }, { html: 'azul &#x3C; verde' }],
    },
    answerKey: { correct: 'a', optionFeedback: { a: '¡bien! #1', b: 'no' } },
  });
  expect(at(13)).toMatchObject({
    body: { prompt: 'Dos más _____ son cuatro.' },
    answerKey: { accepted: ['dos', '2'] },
  });
  expect(at(15)?.answerKey).toMatchObject({ correct: ['a', 'b'], credit: 'net', feedback: 'Comentario general' });
  expect(at(17)?.answerKey).toMatchObject({ credit: 'only_right' });
  expect(at(25)?.answerKey).toMatchObject({ value: '3', tolerance: '2' });
  expect(at(27)?.answerKey).toMatchObject({ value: '1.75', tolerance: '3.25' });
  expect(at(45)).toMatchObject({
    body: { prompt: '<strong>Fuerte</strong> y <code>código</code>' },
    answerKey: { accepted: ['a=b~c'] },
  });
  expect(at(47)).toMatchObject({ body: { prompt: 'Línea uno<br>línea dos' } });
  expect(at(53)).toMatchObject({ category: ['Otra'], answerKey: { correct: false } });
});

it('pairs by text, with a distractor, in an order that tells nothing', async () => {
  const { imported } = await read('Parea. {=a -> 1 =b -> 2 =c -> 1 = -> 3}');
  const { body, answerKey } = imported[0]!.question;
  if (body.kind !== 'matching' || answerKey.kind !== 'matching') throw new Error(body.kind);
  const said = Object.fromEntries(body.right.map(({ id, html }) => [id, html]));
  expect(body.left.map(({ id, html }) => [html, said[answerKey.pairs[id]!]])).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['c', '1'],
  ]);
  expect(Object.values(said).sort()).toEqual(['1', '2', '3']);
  expect(body.right.map(({ id }) => id)).toEqual(body.right.map(({ id }) => id).sort());
});

it('lets a key stand once', async () => {
  const { imported, refused } = await read('// [id:uno]\n¿A? {T}\n\n// [id:uno]\n¿B? {T}');
  expect(imported).toHaveLength(1);
  expect(refused).toEqual([{ line: 5, reason: 'La clave «uno» ya está en la línea 2.' }]);
});

it('cleans what it shows', async () => {
  const { imported, withLoss } = await read(
    '[html]<p onclick\\="x()">Hola <script>alert(1)</script><a href\\="javascript\\:x">ahí</a><img src\\="http\\://x/y.png" alt\\="mapa"><iframe src\\="//x"></iframe></p> {T}',
  );
  expect(imported[0]?.question.body.prompt).toBe('Hola <a>ahí</a><span>[mapa]</span>');
  expect(withLoss[0]?.what).toMatch(/y\.png.*iframe/);
});

it('reads Aiken, whatever stands between', async () => {
  const aiken =
    '¿Cuál es?\nde verdad\nA) uno\nque sigue\nB. dos\nANSWER: B\n\nSin respuesta\nA. x\nB. y\n\nOtra\nA. x\nB. y\nANSWER: A\nMala\nA. x\nB. y\nANSWER: C\n';
  const { format, imported, refused } = await readQuestions(Buffer.from(aiken), 'x.txt');
  expect(format).toBe('aiken');
  expect(imported.map(({ question }) => question)).toMatchObject([
    {
      body: { prompt: '¿Cuál es?<br>de verdad', options: [{ html: 'uno<br>que sigue' }, { html: 'dos' }] },
      answerKey: { correct: 'b' },
    },
  ]);
  expect(refused).toEqual([
    { line: 8, reason: expect.stringMatching(/falta «ANSWER:»/) },
    { line: 16, reason: 'La respuesta «C» no es ninguna de las alternativas.' },
  ]);
});
