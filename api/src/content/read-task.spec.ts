import { readFile } from 'node:fs/promises';
import { aContentFolder, type Files } from '../../../test/support/content.ts';
import { readContent } from './content.service.ts';

const path = 'cursos/uno/tarea.md';
const card = [
  ...['id: t1', 'titulo: Ficha', 'horas: 2', 'peso: 50', 'exigencia: 60', 'modo: individual'],
  ...['entrega: { texto: { minimo: 100 } }', 'atraso: { regla: rechazar }', 'reenvios: 1', 'anonima: true'],
];
const rows = ['| 4 | Alto | Dice **todo**. |', '| 2,5 | Bueno | B |', '| 1 | Bajo | C |', '| 0 | Nada | D |'];
const criterion = (lines = rows, id = 'claridad') => [
  ...[`:::criterio[Claridad]{#${id}}`, '| P | Nivel | Qué |', '| ---: | --- | --- |', ...lines, ':::'],
];
const rubric = (...criteria: string[]) => ['::::pauta', ...criteria, '::::'];
const sample = [':::muestra', 'Una ficha.', ':::'];
const written = ({ head = card, body = ['Escribe tu ficha.', '', ...rubric(...criterion()), '', ...sample] } = {}): Files => ({
  'cursos/uno/evaluacion.md': null,
  [path]: ['---', ...head, '---', ...body, ''].join('\n'),
});
const instead = (from: string, to: string) => card.map((line) => (line.startsWith(from) ? to : line));
const read = async (files: Files) => readContent(await aContentFolder(files));

it('reads the rules, the rubric and the worked answer, which is apart from the instructions', async () => {
  const { courses, problems } = await read(written());
  expect(problems).toEqual([]);
  expect(courses[0]?.task).toMatchObject({
    ...{ kind: 'task', key: 't1', minutes: 120, weight: 50, points: 4000, instructions: 'Escribe tu ficha.' },
    ...{ sample: 'Una ficha.', mode: 'individual', takesText: true, minWords: 100, takesFiles: false },
    ...{ late: 'refuse', penalty: 0, dueDays: null, doubleThreshold: null, peerReviews: 0 },
  });
  expect(courses[0]?.task?.rubric.criteria).toMatchObject([
    { id: 'claridad', title: 'Claridad', maxPoints: 4000, levels: [{ points: 4000, html: 'Dice <strong>todo</strong>.' }, { points: 2500 }, {}, {}] },
  ]);
});

it('reads how peers review, with what is not said', async () => {
  const { courses } = await read(written({ head: [...card, 'pares: { revisiones: 3, anonima: true, propia: 10, descuento: "0,5" }'] }));
  expect(courses[0]?.task).toMatchObject({
    ...{ peerReviews: 3, peerAnonymous: true, peerOwnWeight: 10, peerDays: 7, peerLeast: 2, peerPenalty: 5 },
    peerRelease: 'manual',
  });
});

it.each<[string, Files, RegExp]>([
  ['no rubric', written({ body: ['Escribe.', ...sample] }), /A la tarea le falta «pauta»/],
  ['no sample', written({ body: ['Escribe.', ...rubric(...criterion())] }), /A la tarea le falta «muestra»/],
  ['two samples', written({ body: ['Escribe.', ...rubric(...criterion()), ...sample, '', ...sample] }), /:2\d: «muestra» se repite/],
  ['no instructions', written({ body: [...rubric(...criterion()), ...sample] }), /no tiene instrucciones/],
  ['an empty rubric', written({ body: ['Escribe.', ...rubric('Nada.'), ...sample] }), /La pauta no tiene criterios/],
  ['three levels', written({ body: ['Escribe.', ...rubric(...criterion(rows.slice(1))), ...sample] }), /:15: El criterio tiene 3 niveles/],
  ['levels in disorder', written({ body: ['Escribe.', ...rubric(...criterion([...rows].reverse())), ...sample] }), /no van del mejor al peor/],
  ['points that are none', written({ body: ['Escribe.', ...rubric(...criterion(['| x | A | B |', ...rows.slice(1)])), ...sample] }), /:18: Los puntos «x» no sirven/],
  ['a level without words', written({ body: ['Escribe.', ...rubric(...criterion(['| 4 | A | |', ...rows.slice(1)])), ...sample] }), /Al nivel le falta/],
  ['a repeated criterion', written({ body: ['Escribe.', ...rubric(...criterion(), ...criterion()), ...sample] }), /El criterio «claridad» se repite/],
  ['a criterion outside', written({ body: ['Escribe.', ...criterion(), '', ...rubric(...criterion()), ...sample] }), /«criterio» está fuera de lugar/],
  ['nothing to hand in', written({ head: instead('entrega', 'entrega: {}') }), /La tarea no recibe nada/],
  ['words upside down', written({ head: instead('entrega', 'entrega: { texto: { minimo: 9, maximo: 5 } }') }), /El mínimo de palabras pasa del máximo/],
  ['a wrong ending', written({ head: instead('entrega', 'entrega: { archivos: { tipos: [exe], maximo: 1, megas: 1 } }') }), /«entrega.archivos.tipos.0» no sirve/],
  ['a discount without rule', written({ head: instead('atraso', 'atraso: { regla: rechazar, descuento: "0,5" }') }), /descuento/],
  ['weights', written({ head: instead('peso', 'peso: 40') }), /Los pesos de evaluaciones y tareas suman 90/],
  ['more reviews asked than given', written({ head: [...card, 'pares: { revisiones: 2, anonima: true, propia: 0, minimo: 3 }'] }), /«minimo» pasa de «revisiones»/],
])('tells of a task with: %s', async (_, files, expected) => {
  const { problems } = await read(files);
  const lines = problems.map(({ file, line, problem }) => `${file}:${line}: ${problem}`);
  expect(lines.filter((line) => expected.test(line))).not.toHaveLength(0);
  for (const { remedy } of problems) expect(remedy).not.toBe('');
});

it('understands the task of docs/contenido.md', async () => {
  const guide = await readFile(new URL('../../../docs/contenido.md', import.meta.url), 'utf8');
  const [text] = [...guide.matchAll(/```text\n(---\nid: ficha.*?)```/gs)].map(([, example]) => example);
  const { problems } = await read({ 'cursos/uno/evaluacion.md': null, [path]: text ?? null });
  expect(problems).toEqual([]);
});
