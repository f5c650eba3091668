import { aContentFolder, evaluationCard, questionText } from '../../../test/support/content.ts';
import { readContent } from './content.service.ts';

const path = 'cursos/uno/01-m/evaluacion.md';
const rest = ['q1', 'q2', 'q3'].map(questionText).join('\n');
const variable = (...cells: (string | number)[]) =>
  `| V | Desde | Hasta | Paso |\n| - | - | - | - |\n| ${cells.join(' | ')} |`;

/** Each problem of an evaluation that holds this question too, after its line. */
async function problemsWith(text: string): Promise<string[]> {
  const file = `${evaluationCard('e1')}\n${rest}\n${text}\n`;
  const { problems } = await readContent(await aContentFolder({ [path]: file }));
  return problems.map(({ file, problem, remedy }) => {
    expect([file, remedy]).toEqual([path, expect.stringMatching(/./)]);
    return problem;
  });
}

it.each<[string, string, RegExp]>([
  ['credit', ':::opcion-multiple{#x credito=todo}\n¿?\n\n- [x] a) A\n- [ ] b) B\n:::', /El crédito «todo» no existe/],
  ['tolerance below zero', ':::numerica{#x respuesta="1" tolerancia="-1"}\n¿?\n:::', /La tolerancia es negativa/],
  ['tolerance of a part', ':::numerica{#x respuesta="1" tolerancia="x %"}\n¿?\n:::', /«tolerancia» no es un número/],
  ['distinction', ':::texto-corto{#x respuesta="a" distingue="color"}\n¿?\n:::', /«distingue» no admite «color»/],
  ['accepted', ':::texto-corto{#x respuesta="|"}\n¿?\n:::', /No hay ninguna respuesta aceptada/],
  ['no gap', ':::completar{#x}\nCompleta.\n\nNada.\n:::', /El texto no tiene huecos/],
  ['gap without key', ':::completar{#x}\nCompleta.\n\nLa :hueco[a].\n:::', /A «hueco» le falta «id»/],
  ['gap twice', ':::completar{#x}\nCompleta.\n\n:hueco[a]{#a} :hueco[b]{#a}\n:::', /La clave «a» se repite/],
  ['gap without prompt', ':::completar{#x}\nLa :hueco[a]{#a}.\n:::', /no tiene enunciado/],
  ['gap inside', ':::completar{#x}\nCompleta.\n\n:hueco[a]{#a} *:hueco[b]{#b}*\n:::', /hueco dentro de un énfasis/],
  ['gap list', ':::completar{#x}\nC.\n\n:hueco-lista[a) A | b) B]{#a respuesta=c}\n:::', /no tiene la opción «c»/],
  ['gap elsewhere', ':::numerica{#x respuesta="1"}\nLa :hueco[a]{#a}\n:::', /«hueco» está en otra pregunta/],
  ['one category', ':::clasificar{#x}\nC.\n\n| A | B |\n| - | - |\n| a) A | l) L |\n| b) B | l) L |\n:::', /menos de dos categorías/],
  ['no picture', ':::zona-en-imagen{#x src=no.svg alt="A"}\nM.\n\n- [x] a) :area[A]{circulo="1,1 1"}\n- [ ] b) :area[B]{circulo="9,9 1"}\n:::', /No está la imagen/],
  ['area', ':::zona-en-imagen{#x src=dibujo.svg alt="A"}\nM.\n\n- [x] a) :area[A]{circulo="1,1 1"}\n- [ ] b) :area[B]{rectangulo="900,1 1001,5"}\n:::', /no dice su zona/],
  ['no variables', ':::calculada{#x formula="a"}\nC {a}\n:::', /Falta la tabla de variables/],
  ['formula', `:::calculada{#x formula="a +"}\nC {a}\n\n${variable('a', 1, 2, 1)}\n:::`, /La fórmula está incompleta/],
  ['unknown variable', `:::calculada{#x formula="a + b"}\nC {a}\n\n${variable('a', 1, 2, 1)}\n:::`, /La fórmula usa «b»/],
  ['unnamed variable', `:::calculada{#x formula="a"}\nC\n\n${variable('a', 1, 2, 1)}\n:::`, /El enunciado no dice «a»/],
  ['no step', `:::calculada{#x formula="a"}\nC {a}\n\n${variable('a', 1, 2, 0)}\n:::`, /La variable «a» no tiene valores/],
  ['by zero', `:::calculada{#x formula="1 / a"}\nC {a}\n\n${variable('a', 0, 2, 1)}\n:::`, /la fórmula no tiene resultado/],
  ['words', '::::ensayo{#x minimo=9 maximo=3}\nJ.\n::::', /El mínimo de palabras supera el máximo/],
  ['guide elsewhere', '::::opcion-unica{#x}\n¿?\n\n:::pauta\nA\n:::\n\n- [x] a) A\n- [ ] b) B\n::::', /«pauta» está fuera de una tarea/],
  ['file type', ':::archivo{#x tipos=".pdf"}\nS.\n:::', /El tipo de archivo «.pdf» no sirve/],
  ['difficulty', ':::verdadero-falso{#x respuesta=falso dificultad=6}\nA\n:::', /«dificultad» no es un número de 1 a 5/],
  ['outcome', ':::verdadero-falso{#x respuesta=falso resultado=9}\nA\n:::', /El curso no tiene resultado 9/],
  ['too much', `:::texto-corto{#x respuesta="${'a|'.repeat(50)}a"}\n¿?\n:::`, /trae más partes de lo que cabe/],
  ['tag', ':::verdadero-falso{#x respuesta=falso etiquetas="Á"}\nA\n:::', /La etiqueta «Á» no sirve/],
])('tells of a question with: %s', async (_, text, expected) => {
  expect(await problemsWith(text)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
});

it('says where in the file it is', async () => {
  const text = ':::completar{#x}\nCompleta.\n\nUna :hueco[a]{#a}\ny :hueco-numero[tres]{#b}.\n:::';
  const { problems } = await readContent(
    await aContentFolder({ [path]: `${evaluationCard('e1')}\n${rest}\n${text}\n` }),
  );
  const first = `${evaluationCard('e1')}\n${rest}\n`.split('\n').length;
  expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
    [first + 4, '«hueco-numero» no es un número: «tres»'],
  ]);
});
