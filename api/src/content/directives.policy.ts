/** What may be written after colons. `label` is the text in square brackets; `attributes`, what the braces may hold. */
type Rule = {
  form: 'containerDirective' | 'leafDirective' | 'textDirective';
  label: 'required' | 'optional' | 'none';
  attributes: readonly string[];
  /** Attributes that can not be missing. */
  needs?: readonly string[];
};

const container = (label: Rule['label'], attributes: string[] = []): Rule => ({
  form: 'containerDirective',
  label,
  attributes,
});
/** What any question may say of itself for the bank. */
const filed = ['categoria', 'tema', 'dificultad', 'resultado', 'territorio', 'etiquetas'];
const text = (needs: string[], ...attributes: string[]): Rule => ({
  ...{ form: 'textDirective', label: 'required', attributes: [...needs, ...attributes], needs },
});
const question = (...attributes: string[]): Rule => ({
  form: 'containerDirective',
  label: 'none',
  attributes: ['id', 'puntos', ...filed, ...attributes],
  needs: ['id', ...attributes.filter((name) => ['respuesta', 'formula', 'src', 'alt'].includes(name))],
});

/** What stands in texts. */
export const directives = {
  'ten-presente': container('optional'),
  ejemplo: container('optional', ['ficticio']),
  definicion: container('required'),
  caso: container('required'),
  ejercicio: container('required'),
  modelo: container('none'),
  'para-el-lunes': container('optional'),
  tabla: container('required'),
  comprueba: container('required'),
  formula: container('required'),
  figura: { form: 'leafDirective', label: 'required', attributes: ['src', 'alt'], needs: ['src', 'alt'] },
  termino: { form: 'textDirective', label: 'required', attributes: ['id'], needs: ['id'] },
  norma: { form: 'textDirective', label: 'required', attributes: ['articulo', 'revisada'], needs: ['revisada'] },
} as const satisfies Record<string, Rule>;
export type DirectiveName = keyof typeof directives;

/** What stands in evaluations, each a question. */
export const questionDirectives = {
  'opcion-unica': question(),
  'opcion-multiple': question('credito'),
  'verdadero-falso': question('respuesta'),
  numerica: question('respuesta', 'tolerancia', 'unidad'),
  pareados: question(),
  ordenar: question(),
  'texto-corto': question('respuesta', 'distingue'),
  completar: question(),
  clasificar: question(),
  'zona-en-imagen': question('src', 'alt', 'varias'),
  calculada: question('formula', 'tolerancia', 'unidad', 'decimales'),
  ensayo: question('minimo', 'maximo'),
  archivo: question('archivos', 'megas', 'tipos'),
} as const satisfies Record<string, Rule>;
export type QuestionDirective = keyof typeof questionDirectives;

/** The holes of `completar`. */
export const gapDirectives = {
  hueco: text(['id'], 'distingue'),
  'hueco-numero': text(['id'], 'tolerancia'),
  'hueco-lista': text(['id', 'respuesta']),
} as const satisfies Record<string, Rule>;
const area = text([], 'rectangulo', 'circulo', 'poligono');

/** What stands in tasks: the rubric with its criteria, and a worked answer for those who mark. Questions that people mark have a rubric too. */
export const taskDirectives = {
  pauta: container('none'),
  criterio: { ...container('required', ['id']), needs: ['id'] },
  muestra: container('none'),
} as const satisfies Record<string, Rule>;

const rules: Record<string, Rule> = { ...directives, ...questionDirectives, ...gapDirectives, ...taskDirectives, area };

export const ruleOf = (name: string): Rule | undefined => (Object.hasOwn(rules, name) ? rules[name] : undefined);
export const isKnown = (name: string) => ruleOf(name) !== undefined;
export const isQuestion = (name: string): name is QuestionDirective => Object.hasOwn(questionDirectives, name);

export const isGapDirective = (name: string): name is keyof typeof gapDirectives => Object.hasOwn(gapDirectives, name);

/** Pieces of a question that stand nowhere else: the question where each belongs. */
export const questionOfPiece = (name: string): QuestionDirective | null => {
  if (name === 'area') return 'zona-en-imagen';
  return isGapDirective(name) ? 'completar' : null;
};

/** How a directive of this form starts. */
export const colons = { containerDirective: ':::', leafDirective: '::', textDirective: ':' };
