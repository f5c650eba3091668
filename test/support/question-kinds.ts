import type { QuestionBody, QuestionResponse, WrittenAnswerKey } from '../../api/src/content/question.schema.ts';

/** A question with its key and two ways to answer it: one that earns all its points, and one that earns none. */
export type Asked = {
  points: number;
  body: QuestionBody;
  key: WrittenAnswerKey;
  right: QuestionResponse;
  wrong: QuestionResponse;
};

const options = (ids: string[]) => ids.map((id) => ({ id, html: `<p>Opción ${id}</p>` }));
/** What no learner may read before the results are out. */
export const secret = 'SECRETO-DE-LA-PAUTA';
const told = { feedback: `<p>${secret}</p>`, optionFeedback: { a: secret } };

/** A question of each of six kinds, ten points in all. */
export const kinds: Asked[] = [
  {
    points: 1000,
    body: { kind: 'single', prompt: '<p>Una</p>', options: options(['a', 'b', 'c']) },
    key: { kind: 'single', correct: 'b', ...told },
    right: { kind: 'single', choice: 'b' },
    wrong: { kind: 'single', choice: 'a' },
  },
  {
    points: 2000,
    body: { kind: 'multiple', prompt: '<p>Varias</p>', options: options(['a', 'b', 'c', 'd']) },
    key: { kind: 'multiple', correct: ['a', 'c'], ...told },
    right: { kind: 'multiple', choices: ['a', 'c'] },
    wrong: { kind: 'multiple', choices: ['b', 'd'] },
  },
  {
    points: 1000,
    body: { kind: 'true_false', prompt: '<p>Verdadero o falso</p>' },
    key: { kind: 'true_false', correct: true, ...told },
    right: { kind: 'true_false', value: true },
    wrong: { kind: 'true_false', value: false },
  },
  {
    points: 1000,
    body: { kind: 'numeric', prompt: '<p>Cuánto</p>', unit: 'km' },
    key: { kind: 'numeric', value: '3.5', tolerance: '0.1', ...told },
    right: { kind: 'numeric', text: '3,55' },
    wrong: { kind: 'numeric', text: '35' },
  },
  {
    points: 3000,
    body: {
      ...{ kind: 'matching', prompt: '<p>Parejas</p>' },
      ...{ left: options(['x', 'y', 'z']), right: options(['a', 'b', 'c']) },
    },
    key: { kind: 'matching', pairs: { x: 'a', y: 'b', z: 'c' }, ...told },
    right: { kind: 'matching', pairs: { x: 'a', y: 'b', z: 'c' } },
    wrong: { kind: 'matching', pairs: { x: 'b', y: 'c', z: 'a' } },
  },
  {
    points: 2000,
    body: { kind: 'ordering', prompt: '<p>Orden</p>', items: options(['uno', 'dos', 'tres', 'cuatro']) },
    key: { kind: 'ordering', order: ['uno', 'dos', 'tres', 'cuatro'], ...told },
    right: { kind: 'ordering', order: ['uno', 'dos', 'tres', 'cuatro'] },
    wrong: { kind: 'ordering', order: ['cuatro', 'tres', 'dos', 'uno'] },
  },
];

const area = (id: string, x: number) => ({
  ...{ id, name: `Zona ${id}` },
  shape: { type: 'rectangle' as const, from: { x, y: 100 }, to: { x: x + 200, y: 900 } },
});
const blob = `/api/blobs/${'0'.repeat(64)}.svg`;

/** A question of each kind beyond those six that a machine marks, eight points in all. */
export const moreKinds: Asked[] = [
  {
    points: 1000,
    body: { kind: 'short', prompt: '<p>Nombra</p>' },
    key: { kind: 'short', accepted: ['línea base', 'la línea base'], ...told },
    right: { kind: 'short', text: ' LINEA  base' },
    wrong: { kind: 'short', text: 'meta' },
  },
  {
    points: 3000,
    body: {
      ...{ kind: 'gaps', prompt: '<p>Completa</p>' },
      parts: [
        { type: 'html', html: 'La reunión queda en una ' },
        { type: 'text', id: 'acta' },
        { type: 'html', html: ', a ' },
        { type: 'number', id: 'km' },
        { type: 'html', html: ' km, según ' },
        { type: 'choice', id: 'norma', options: options(['ley', 'reglamento']) },
        { type: 'html', html: '.' },
      ],
    },
    key: {
      kind: 'gaps',
      gaps: {
        acta: { type: 'text', accepted: ['minuta', 'acta'] },
        km: { type: 'number', value: '40', tolerance: '0.05', relative: true },
        norma: { type: 'choice', correct: 'reglamento' },
      },
      ...told,
    },
    right: { kind: 'gaps', gaps: { acta: 'Acta', km: '41', norma: 'reglamento' } },
    wrong: { kind: 'gaps', gaps: { acta: 'carta', km: '43', norma: 'ley' } },
  },
  {
    points: 2000,
    body: {
      ...{ kind: 'categorise', prompt: '<p>Clasifica</p>' },
      ...{ items: options(['uno', 'dos', 'tres', 'cuatro']), bins: options(['par', 'impar']) },
    },
    key: { kind: 'categorise', bins: { uno: 'impar', dos: 'par', tres: 'impar', cuatro: 'par' }, ...told },
    right: { kind: 'categorise', bins: { uno: 'impar', dos: 'par', tres: 'impar', cuatro: 'par' } },
    wrong: { kind: 'categorise', bins: { uno: 'par', dos: 'impar', tres: 'par', cuatro: 'impar' } },
  },
  {
    points: 1000,
    body: {
      ...{ kind: 'hotspot', prompt: '<p>Ubica</p>', many: false, areas: [area('norte', 50), area('sur', 600)] },
      picture: { src: blob, width: 640, height: 300, alt: 'Un croquis' },
    },
    key: { kind: 'hotspot', correct: ['sur'], ...told },
    right: { kind: 'hotspot', areas: ['sur'] },
    wrong: { kind: 'hotspot', areas: ['norte'] },
  },
  {
    points: 1000,
    body: { kind: 'calculated', prompt: '<p>De {v} faltan {s}. ¿Cuántas hay?</p>', unit: 'viviendas' },
    key: {
      ...{ kind: 'calculated', formula: 'v - s', tolerance: '0', decimals: 0, ...told },
      feedback: `<p>${secret}: {v} − {s}</p>`,
      variables: [
        { name: 'v', min: '1000', max: '2000', step: '100' },
        { name: 's', min: '1', max: '9', step: '1' },
      ],
    },
    right: { kind: 'calculated', text: 'depende de lo sorteado' },
    wrong: { kind: 'calculated', text: '0' },
  },
];

/** Those that a person marks: an essay and up to two files, three points each. */
export const [essayQuestion, fileQuestion] = [
  {
    points: 3000,
    body: { kind: 'essay', prompt: '<p>Escribe por qué</p>', minWords: 3, maxWords: 300 },
    key: { kind: 'essay', guide: `<p>${secret}</p>`, feedback: `<p>${secret}</p>`, optionFeedback: {} },
    right: { kind: 'essay', html: '<p>Porque la localidad está aislada.</p>' },
    wrong: { kind: 'essay', html: '<p>No sé.</p>' },
  },
  {
    points: 3000,
    body: { kind: 'file', prompt: '<p>Adjunta tu ficha</p>', maxFiles: 2, maxBytes: 1_000_000, types: ['pdf', 'png'] },
    key: { kind: 'file', guide: `<p>${secret}</p>`, feedback: `<p>${secret}</p>`, optionFeedback: {} },
    right: { kind: 'file', files: ['0197a000-0000-7000-8000-000000000001'] },
    wrong: { kind: 'file', files: [] },
  },
] satisfies [Asked, Asked];
