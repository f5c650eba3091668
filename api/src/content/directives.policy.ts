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
const question = (...attributes: string[]): Rule => ({
  form: 'containerDirective',
  label: 'none',
  attributes: ['id', 'puntos', ...attributes],
  needs: ['id', ...attributes.filter((name) => name === 'respuesta')],
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
  'opcion-multiple': question(),
  'verdadero-falso': question('respuesta'),
  numerica: question('respuesta', 'tolerancia', 'unidad'),
  pareados: question(),
  ordenar: question(),
} as const satisfies Record<string, Rule>;
export type QuestionDirective = keyof typeof questionDirectives;

const rules: Record<string, Rule> = { ...directives, ...questionDirectives };

export const ruleOf = (name: string): Rule | undefined => (Object.hasOwn(rules, name) ? rules[name] : undefined);
export const isKnown = (name: string) => ruleOf(name) !== undefined;
export const isQuestion = (name: string): name is QuestionDirective => Object.hasOwn(questionDirectives, name);

/** How a directive of this form starts. */
export const colons = { containerDirective: ':::', leafDirective: '::', textDirective: ':' };
