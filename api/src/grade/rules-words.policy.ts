import { weighing } from '../content/grade-rules.policy.ts';
import type { GradeRules, RuleCategory } from '../content/grade-rules.schema.ts';
import type { Cap } from './grade.policy.ts';
import { formatGrade } from './grade.policy.ts';

/** What each unit is called. */
export type Titles = ReadonlyMap<string, string>;
const nbsp = '\u00a0';
const percent = (n: number) => `${n}${nbsp}%`;
const days = (n: number) => (n === 1 ? 'un día' : `${n} días`);
const one = (n: number, single: string, several: string) => (n === 1 ? single : several);

/** Every rule in a sentence of its own, in the order in which they are applied. */
export function sentencesOf(rules: GradeRules, titles: Titles): string[] {
  const nameOf = (key: string) => titles.get(key) ?? key;
  return [
    ...rules.categories.flatMap((category) => categorySentences(category, rules.categories.length === 1, nameOf)),
    ...rules.extra.map(
      ({ unit, upTo }) => `«${nameOf(unit)}» es voluntaria: suma hasta ${tenthsOf(upTo)} al promedio.`,
    ),
    roundingSentence(rules),
    ...rules.requirements.map(({ of, key, least, cap }) => {
      const name = of === 'item' ? nameOf(key) : categoryOf(rules, key);
      return `Reprueba si «${name}» es menor que ${formatGrade(least)}: la nota del curso es a lo más ${formatGrade(cap)}.`;
    }),
    ...attendanceSentence(rules),
    missingSentence(rules),
    ...scaleSentence(rules),
    `Puedes pedir recorrección de una nota hasta ${days(rules.appeals.ask)} después de publicada.`,
  ];
}

const tenthsOf = (n: number) => (n === 1 ? 'una décima' : `${n} décimas`);
const categoryOf = ({ categories }: GradeRules, key: string) =>
  categories.find((category) => category.key === key)?.title ?? key;

function categorySentences(category: RuleCategory, alone: boolean, nameOf: (key: string) => string): string[] {
  const { title, weight, drop, best } = category;
  const items = weighing(category.items);
  const equal = new Set(items.map((item) => item.weight)).size === 1;
  const each = equal ? 'Sus notas pesan lo mismo.' : `Sus notas pesan según su fila.`;
  const first = alone
    ? `La nota del curso es el promedio de ${items.length} ${one(items.length, 'nota', 'notas')}, cada una con su peso.`
    : `«${title}» pesa ${percent(weight)} de la nota del curso. ${each}`;
  const formative = category.items.filter((item) => item.weight === 0);
  return [
    first,
    ...(drop > 0 ? [`En «${title}» no ${one(drop, 'cuenta la peor nota', `cuentan las ${drop} peores notas`)}.`] : []),
    ...(best !== null
      ? [`En «${title}» ${one(best, 'cuenta la mejor nota', `cuentan las ${best} mejores notas`)}.`]
      : []),
    ...formative.map(({ unit }) => `«${nameOf(unit)}» es formativa: no pesa en la nota.`),
  ];
}

function roundingSentence({ rounding, min }: GradeRules): string {
  const lowest = `La nota mínima es ${formatGrade(min)}.`;
  return rounding === 'half_up'
    ? `Se redondea a un decimal: desde 5 centésimas se sube. ${lowest}`
    : `Se usa un decimal y se cortan los demás, sin subir. ${lowest}`;
}

function attendanceSentence({ attendance }: GradeRules): string[] {
  if (!attendance) return [];
  const { least, cap } = attendance;
  return [`Reprueba con menos de ${percent(least)} de asistencia: la nota del curso es a lo más ${formatGrade(cap)}.`];
}

function missingSentence({ missing, min }: GradeRules): string {
  if (missing.as === 'pending') return 'Lo que no se entrega queda pendiente, y el curso sin nota final.';
  const from = missing.from === null ? 'al terminar la edición' : `desde el ${dayOf(missing.from)}`;
  return `Lo que no se entrega vale ${formatGrade(min)} ${from}.`;
}

const dayOf = (instant: string) => {
  const [year = '', month = '', day = ''] = instant.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
};

function scaleSentence({ scale }: GradeRules): string[] {
  const { kind, of, demand } = scale;
  if (kind === 'nota') return [];
  if (kind === 'pass') return ['El resultado se informa como aprobado o no aprobado.'];
  const whole = kind === 'points' ? `${of} puntos` : percent(100);
  const cut = kind === 'points' ? `${formatThousandths((of * demand * 1000) / 100)} puntos` : percent(demand);
  return [
    `El resultado se informa en ${kind === 'points' ? 'puntos' : 'porcentaje'}: 4,0 es ${cut} y 7,0 es ${whole}.`,
  ];
}

const formatThousandths = (n: number) => String(n / 1000).replace('.', ',');

/** What kept a nota down, as its owner reads it. */
export function capSentence({ by, key, least, had, cap }: Cap, titles: Titles): string {
  const stays = `La nota del curso queda a lo más en ${formatGrade(cap)}.`;
  if (by === 'attendance') return `La asistencia es ${percent(had)} y se exige ${percent(least)}. ${stays}`;
  return `«${titles.get(key) ?? key}» tiene ${formatGrade(had)} y se exige ${formatGrade(least)}. ${stays}`;
}
