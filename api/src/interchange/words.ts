import type { CreditRule, QuestionKind } from '../content/question.schema.ts';

/** What kinds are called in a spreadsheet and in content/. */
export const kindNames: Record<QuestionKind, string> = {
  single: 'opcion-unica',
  multiple: 'opcion-multiple',
  true_false: 'verdadero-falso',
  numeric: 'numerica',
  short: 'texto-corto',
  matching: 'pareados',
  ordering: 'ordenar',
  gaps: 'completar',
  categorise: 'clasificar',
  hotspot: 'zona-en-imagen',
  calculated: 'calculada',
  essay: 'ensayo',
  file: 'archivo',
};

/** What the rules of credit are called there. */
export const creditNames: Record<CreditRule, string> = {
  net: 'neto',
  each: 'cada',
  only_right: 'solo-correctas',
  exact: 'exacto',
};
export const credits = new Map(Object.entries(creditNames).map(([rule, name]) => [name, rule as CreditRule]));

/** What a text with gaps asks where it only brings its text. */
export const usualGapPrompt = 'Completa el texto.';
