import type { questionsOf } from './analysis.policy.ts';

type Question = ReturnType<typeof questionsOf>[number];

export const titles = [
  ...['Pregunta', 'Enunciado', 'Tipo', 'Versión', 'Respondieron', 'Acierto', 'Discriminación', 'Grupo alto'],
  ...['Grupo bajo', 'Segundos (mediana)', 'Sin respuesta', 'Estado', 'Alternativas (elegida por, alto, bajo)'],
];

const words: Record<Question['state'], string> = {
  good: 'Sirve',
  look: 'Mirar',
  review: 'Revisar',
  few: 'Pocos datos',
};
const decimal = (value: number | null, digits = 2) => value?.toFixed(digits).replace('.', ',') ?? null;
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A question as a line of the spreadsheet: shares and coefficients with a decimal comma. */
export const rowOf = (question: Question) => [
  ...[question.number, plain(question.prompt), question.kind, question.version, question.people],
  ...[decimal(question.difficulty), decimal(question.discrimination), decimal(question.upper), decimal(question.lower)],
  ...[decimal(question.seconds, 0), question.blank.people, words[question.state]],
  question.options
    .map(({ label, html, key, people, upper, lower }) => {
      const name = [label, plain(html)].filter(Boolean).join(' ');
      return `${name}${key ? ' (clave)' : ''}: ${people}, ${upper}, ${lower}`;
    })
    .join(' | '),
];
