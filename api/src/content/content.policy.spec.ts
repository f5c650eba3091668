import { readFile } from 'node:fs/promises';
import {
  aContentFolder,
  evaluationCard,
  type Files,
  lessonCard,
  lessonText,
  questionText,
  sound,
} from '../../../test/support/content.ts';
import { readContent } from './content.service.ts';

const lesson = 'cursos/uno/01-m/01-l.md';
const test1 = 'cursos/uno/01-m/evaluacion.md';
const course = 'cursos/uno/curso.md';
const booklet = 'cartillas/zona/cartilla.md';
const figure = 'cursos/uno/01-m/dibujo.svg';

const problemsOf = async (files: Files) => {
  const { problems } = await readContent(await aContentFolder(files));
  return problems.map(({ file, line, problem, remedy }) => {
    expect(remedy).not.toBe('');
    return `${file}:${line}: ${problem}`;
  });
};
const instead = (path: string, from: string | RegExp, to: string): Files => {
  const text = String(sound[path]);
  expect(text.replace(from, to)).not.toBe(text);
  return { [path]: text.replace(from, to) };
};
const inLesson = (text: string): Files => ({ [lesson]: `${String(sound[lesson])}\n${text}\n` });
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

it('finds nothing wrong with a sound folder', async () => {
  expect(await problemsOf({})).toEqual([]);
});

it.each<[string, Files, RegExp]>([
  ['no card', { [booklet]: 'Texto.\n' }, /zona\/cartilla\.md:1: Falta la ficha/],
  ['broken YAML', instead(booklet, 'temas: [marco]', 'temas: [marco'), /cartilla\.md:\d+: El YAML no se entiende/],
  [
    'unknown key',
    instead(booklet, 'revisado:', 'autora: Ana\nrevisado:'),
    /cartilla\.md:\d+: La ficha no admite «autora»/,
  ],
  ['missing key', instead(lesson, /titulo: .*\n/, ''), /01-l\.md:\d+: Falta «titulo» en la ficha/],
  ['wrong value', instead(course, 'horas: 12', 'horas: doce'), /curso\.md:9: «horas» no sirve/],
  ['wrong date', instead(lesson, '2026-11-22', '22-11-2026'), /01-l\.md:5: «revisado» no sirve/],
  ['unknown directive', inLesson(':::video[x]\ny\n:::'), /01-l\.md:43: La directiva «video» no existe/],
  ['unknown text directive', inLesson('Un :color[rojo] vivo.'), /La directiva «color» no existe/],
  ['wrong form', inLesson('::caso[x]'), /«caso» se escribe de otra forma/],
  ['unclosed container', inLesson(':::ten-presente\nSin fin.'), /«ten-presente» no se cierra/],
  ['equal colons', inLesson(':::ejercicio[x]\n:::modelo\ny\n:::\n:::'), /cierre sueltos/],
  ['stray colons', inLesson('Uno.\n\n:::'), /Hay dos puntos de cierre sueltos/],
  ['missing label', inLesson(':::caso\nx\n:::'), /«caso» no tiene texto entre corchetes/],
  ['unknown attribute', inLesson(':::caso[x]{color=rojo}\ny\n:::'), /«caso» no admite «color»/],
  ['model outside', inLesson(':::modelo\ny\n:::'), /«modelo» está fuera de un ejercicio/],
  ['exercise without model', inLesson(':::ejercicio[x]\ny\n:::'), /El ejercicio no tiene respuesta modelo/],
  ['question in a lesson', inLesson(questionText('q9')), /La pregunta está fuera de lugar/],
  ['skipped level', inLesson('#### Cuarto'), /Se salta un nivel de título \(del 2 al 4\)/],
  ['h1 in the body', inLesson('# Título'), /El título de nivel 1 sale de la ficha/],
  ['repeated heading', inLesson('## Primera parte'), /El ancla «primera-parte» se repite/],
  ['reserved anchor', inLesson('## Fuentes'), /El ancla «fuentes» la usa la página/],
  ['bad anchor', inLesson('## Otra {#Otra Ancla}'), /El ancla «Otra Ancla» no sirve/],
  ['no alt', instead(lesson, ' alt="Lo que muestra."', ''), /A «figura» le falta «alt»/],
  ['no caption', instead(lesson, '[Una leyenda]', ''), /«figura» no tiene texto entre corchetes/],
  ['plain image', inLesson('![alt](dibujo.svg)'), /La imagen no tiene leyenda/],
  ['missing media', instead(lesson, 'dibujo.svg', 'otro.svg'), /No está la imagen «otro\.svg»/],
  ['table without title', inLesson('| A |\n| --- |\n| 1 |'), /La tabla no tiene título/],
  ['table box without table', inLesson(':::tabla[x]\ny\n:::'), /«tabla» contiene otra cosa/],
  ['dead link', inLesson('[x](../../../cartillas/otra/cartilla.md)'), /no lleva a ningún archivo/],
  ['dead anchor', inLesson('[x](../../../cartillas/zona/cartilla.md#nada)'), /El ancla «#nada» no existe/],
  ['dead own anchor', inLesson('[x](#nada)'), /El ancla «#nada» no existe/],
  ['dangerous link', inLesson('[x](javascript:alert(1))'), /«javascript:alert\(1\)» no se admite/],
  ['absolute link', inLesson('[x](/etc/passwd)'), /«\/etc\/passwd» no se admite/],
  ['way out of the folder', inLesson('[x](../../../../../etc/passwd)'), /no lleva a ningún archivo/],
  ['HTML', inLesson('<script>alert(1)</script>'), /El texto trae HTML/],
  ['undefined note', inLesson('Dicho.[^nada]'), /La nota \[\^nada\] no está definida/],
  ['note not cited', inLesson('[^otra]: Un libro.'), /La fuente \[\^otra\] no se cita/],
  ['unknown term', inLesson(':termino[x]{#nada}'), /El término «nada» no está en el glosario/],
  ['norm without date', inLesson(':norma[Ley 1]'), /A «norma» le falta «revisada»/],
  ['norm with a wrong date', inLesson(':norma[Ley 1]{revisada=ayer}'), /La fecha «ayer» no sirve/],
  ['unknown topic', instead(booklet, '[marco]', '[nada]'), /El tema «nada» no existe/],
  [
    'unknown kind of territory',
    instead(booklet, 'territorios: [zona]', 'territorios: [nada]'),
    /El tipo de territorio «nada»/,
  ],
  ['unknown course', instead('diplomados/gestion.md', 'curso: uno', 'curso: otro'), /El curso «otro» no existe/],
  [
    'weights of a programme',
    instead('diplomados/gestion.md', 'peso: 100', 'peso: 90'),
    /Los pesos de los cursos suman 90/,
  ],
  ['weights of a course', instead(test1, 'peso: 50', 'peso: 40'), /Los pesos de evaluaciones y tareas suman 90/],
  ['small pool', instead(test1, 'preguntas: 2', 'preguntas: 3'), /El banco tiene 4 preguntas y se sortean 3/],
  ['text among questions', { [test1]: `${String(sound[test1])}\nSuelto.\n` }, /Hay texto entre las preguntas/],
  ['repeated question', { [test1]: String(sound[test1]) + questionText('q1') }, /La pregunta «q1» se repite/],
  ['repeated unit', { 'cursos/uno/01-m/02-l.md': lessonCard('l1') + lessonText }, /El id «l1» ya lo usa/],
  [
    'folder without a module',
    { 'cursos/uno/02-n/01-l.md': lessonCard('l2') + lessonText.replace('dibujo', '../01-m/dibujo') },
    /La carpeta «02-n» no está en los módulos/,
  ],
  [
    'module without lessons',
    instead(course, 'modulos:\n', 'modulos:\n  - { id: m2, titulo: Otro, resumen: R. }\n'),
    /El módulo «Otro» no tiene lecciones/,
  ],
  [
    'repeated publication',
    { 'cartillas/otra/cartilla.md': String(sound[booklet]) },
    /El id «booklet\/zona» también está en/,
  ],
  [
    'repeated course',
    { 'cursos/dos/curso.md': String(sound[course]).replace('disponible', 'anunciado').replace(' carpeta: 01-m,', '') },
    /El id «uno» también está en/,
  ],
  ['manual without chapters', { 'manuales/formular/01-primero.md': null }, /El manual no tiene capítulos/],
  ['chapter without manual', { 'manuales/formular/manual.md': null }, /Su carpeta no tiene manual\.md/],
  ['lesson without case', instead(lesson, /:::caso[\s\S]*?\n:::\n/, ''), /A la lección le falta «caso»/],
  ['lesson without source', instead(lesson, / con \[\^f\]/, ''), /A la lección le falta «fuente»/],
  [
    'heavy lesson',
    inLesson(Array.from({ length: 20000 }, (_, n) => `p${(n * 7919) % 100_003}`).join(' ')),
    /La lección pesa \d+ kB comprimida/,
  ],
  ['heavy SVG', { [figure]: svg(`<path d="${'M1 1 '.repeat(4001)}"/>`) }, /«dibujo\.svg» pesa 21 kB/],
  ['SVG with a script', { [figure]: svg('<script>1</script>') }, /trae guiones/],
  ['SVG with a prefixed script', { [figure]: svg('<x:script>1</x:script>') }, /trae guiones/],
  ['SVG with a handler', { [figure]: svg('<path onload="x()"/>') }, /trae manejadores/],
  ['SVG with a reference', { [figure]: svg('<use href="https://x.cl/y.svg#z"/>') }, /trae referencias externas/],
  ['SVG with a style that fetches', { [figure]: svg('<style>@import "x"</style>') }, /trae referencias externas/],
  ['SVG without size', { [figure]: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' }, /No se puede leer el tamaño/],
  [
    'Latin-1',
    { [booklet]: Buffer.from(String(sound[booklet]), 'latin1') },
    /cartilla\.md:3: El archivo no está en UTF-8/,
  ],
  ['BOM', { [booklet]: `\u{feff}${String(sound[booklet])}` }, /cartilla\.md:1: .*BOM/],
  ['stranger', { 'cursos/uno/notas.md': 'x' }, /notas\.md:1: El archivo está donde no se espera/],
  ['missing glossary', { 'glosario.md': null }, /glosario\.md:1: Falta el archivo/],
  ['empty term', { 'glosario.md': '---\nrevisado: 2026-11-22\n---\n## Brecha\n' }, /El término no tiene definición/],
  [
    'codes that do not nest',
    instead('territorio/comunas.csv', '15101', '16101'),
    /comunas\.csv:2: Los códigos no calzan/,
  ],
  ['CSV with a short row', instead('territorio/comunas.csv', ',15101,Arica', ''), /El CSV no se entiende/],
  ['search for nothing', { 'busquedas.yml': '- { consulta: x, primero: nada, porque: y }\n' }, /«x» espera «nada»/],
  [
    'programme with figures',
    {
      'diplomados/gestion.md': `${String(sound['diplomados/gestion.md'])}\n::figura[x]{src=../cursos/uno/01-m/dibujo.svg alt=y}\n`,
    },
    /El diplomado trae figuras/,
  ],
])('tells of: %s', async (_, files, expected) => {
  const problems = await problemsOf(files);
  expect(problems.filter((line) => expected.test(line))).not.toHaveLength(0);
});

const questions = (text: string): Files => ({
  [test1]: `${evaluationCard('e1')}\n${['q1', 'q2', 'q3'].map(questionText).join('\n')}\n${text}\n`,
});

it.each<[string, string, RegExp]>([
  ['no right answer', ':::opcion-unica{#x}\n¿?\n\n- [ ] a) A\n- [ ] b) B\n:::', /Ninguna alternativa está marcada/],
  [
    'two right answers',
    ':::opcion-unica{#x}\n¿?\n\n- [x] a) A\n- [x] b) B\n:::',
    /Hay más de una alternativa correcta/,
  ],
  ['no options', ':::opcion-multiple{#x}\n¿?\n:::', /Faltan las alternativas/],
  ['no boxes', ':::opcion-multiple{#x}\n¿?\n\n- a) A\n- b) B\n:::', /La alternativa no tiene casilla/],
  ['no key', ':::opcion-unica{#x}\n¿?\n\n- [x] A\n- [ ] b) B\n:::', /La alternativa no tiene clave/],
  ['repeated key', ':::opcion-unica{#x}\n¿?\n\n- [x] a) A\n- [ ] a) B\n:::', /La clave «a» se repite/],
  ['one option', ':::opcion-unica{#x}\n¿?\n\n- [x] a) A\n:::', /Hay menos de dos alternativas/],
  [
    'a note',
    ':::verdadero-falso{#x respuesta=falso}\nEs así[^z].\n:::\n\n[^z]: Un libro.',
    /La pregunta trae una nota al pie/,
  ],
  ['no prompt', ':::opcion-unica{#x}\n- [x] a) A\n- [ ] b) B\n:::', /La pregunta no tiene enunciado/],
  ['no id', ':::opcion-unica\n¿?\n\n- [x] a) A\n- [ ] b) B\n:::', /le falta «id»/],
  ['bad id', ':::opcion-unica{#Ñu}\n¿?\n\n- [x] a) A\n- [ ] b) B\n:::', /La clave «Ñu» no sirve/],
  ['bad points', ':::opcion-unica{#x puntos=1,5}\n¿?\n\n- [x] a) A\n- [ ] b) B\n:::', /Los puntos «1,5» no sirven/],
  ['text after options', ':::opcion-unica{#x}\n¿?\n\n- [x] a) A\n- [ ] b) B\n\nAlgo.\n:::', /Sobra texto después/],
  ['no truth', ':::verdadero-falso{#x}\n¿?\n:::', /le falta «respuesta»/],
  ['half truth', ':::verdadero-falso{#x respuesta=quizas}\n¿?\n:::', /La respuesta «quizas» no sirve/],
  ['no number', ':::numerica{#x respuesta="3.5"}\n¿?\n:::', /«respuesta» no es un número/],
  ['negative tolerance', ':::numerica{#x respuesta="3" tolerancia="-1"}\n¿?\n:::', /La tolerancia es negativa/],
  ['no table', ':::pareados{#x}\n¿?\n:::', /Falta la tabla de pares/],
  ['one pair', ':::pareados{#x}\n¿?\n\n| A | B |\n| - | - |\n| a) A | x) X |\n:::', /Hay menos de dos pares/],
  [
    'a cell without key',
    ':::pareados{#x}\n¿?\n\n| A | B |\n| - | - |\n| a) A | X |\n| b) B | y) Y |\n:::',
    /La celda no tiene clave/,
  ],
  [
    'keys that tell',
    ':::pareados{#x}\n¿?\n\n| A | B |\n| - | - |\n| a) A | a) X |\n| b) B | y) Y |\n:::',
    /La clave «a» revela/,
  ],
  ['an order that tells', ':::ordenar{#x}\n¿?\n\n1. a) A\n2. b) B\n:::', /Las claves revelan el orden/],
  ['an order without numbers', ':::ordenar{#x}\n¿?\n\n- uno) A\n- dos) B\n:::', /La secuencia no está numerada/],
])('tells of a question with: %s', async (_, text, expected) => {
  const problems = await problemsOf(questions(text));
  expect(problems.filter((line) => line.startsWith(test1) && expected.test(line))).not.toHaveLength(0);
});

it('collects every problem, by file and line, and leaves out only the items at fault', async () => {
  const files = { ...inLesson('# Uno\n\n[x](nada.md)'), ...instead(booklet, '[marco]', '[nada]') };
  const { problems, courses, publications, programmes } = await readContent(await aContentFolder(files));
  expect(problems.map(({ file }) => file)).toEqual([booklet, lesson, lesson]);
  expect([courses.length, publications.map(({ key }) => key), programmes.length]).toEqual([0, ['formular'], 1]);
});

it('understands every example of docs/contenido.md', async () => {
  const guide = await readFile(new URL('../../../docs/contenido.md', import.meta.url), 'utf8');
  const examples = [...guide.matchAll(/```text\n(.*?)```/gs)].map(([, text]) => text);
  const [exercise, check, pool, more] = examples.slice(-4);
  expect(
    await problemsOf({
      ...inLesson(`${exercise}\n${check}`),
      [test1]: `${evaluationCard('e1')}\n${pool}\n${more}`,
    }),
  ).toEqual([]);
});

it('says so when the folder is not there', async () => {
  expect((await readContent('/nowhere')).problems[0]?.problem).toMatch(/No se puede leer la carpeta/);
});
