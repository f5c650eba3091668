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

/** Our own writer of Moodle puts what is asked before the text, and this between them. */
export const promptEnd = '<!--texto-->';

/** What a text with gaps asks where it only brings its text. */
export const usualGapPrompt = 'Completa el texto.';

/** What parts of a question are called where one is lost. */
export const fieldNames: Record<string, string> = {
  ...{ key: 'la clave', name: 'el nombre', points: 'el puntaje', category: 'la categoría', tags: 'las etiquetas' },
  ...{ difficulty: 'la dificultad', topic: 'el tema', outcome: 'el resultado de aprendizaje' },
  ...{ territories: 'los territorios', media: 'las imágenes', prompt: 'el enunciado', options: 'las alternativas' },
  ...{
    unit: 'la unidad',
    left: 'los pares',
    right: 'los pares',
    items: 'los elementos',
    parts: 'el texto con espacios',
  },
  ...{ bins: 'los grupos', picture: 'la imagen', areas: 'las zonas', many: 'cuántas zonas se marcan' },
  ...{
    minWords: 'la extensión',
    maxWords: 'la extensión',
    maxFiles: 'cuántos archivos',
    maxBytes: 'el peso de los archivos',
  },
  ...{ types: 'los tipos de archivo', correct: 'la respuesta', credit: 'la regla de crédito', value: 'la respuesta' },
  ...{ tolerance: 'la tolerancia', relative: 'la tolerancia', accepted: 'las respuestas aceptadas' },
  ...{
    matchCase: 'si importan las mayúsculas',
    matchAccents: 'si importan las tildes',
    pairs: 'los pares',
    order: 'el orden',
  },
  ...{
    gaps: 'las respuestas de los espacios',
    variables: 'las variables',
    formula: 'la fórmula',
    decimals: 'los decimales',
  },
  ...{ guide: 'la pauta', feedback: 'el comentario general', optionFeedback: 'los comentarios de las alternativas' },
};
