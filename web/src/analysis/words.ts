import type { Schemas } from '../api/client.ts';
import { amount, count, grade as nota } from '../ui/format.ts';

type Question = Schemas['AnalysedQuestion'];
type Hint = Question['hints'][number];

/** A share from 0 to 1: 0.39 is «39 %». */
export const share = (value: number | null): string => (value === null ? '—' : `${Math.round(value * 100)}\u00a0%`);
/** A coefficient with two decimals: «−0,12». */
export const coefficient = (value: number | null): string =>
  value === null ? '—' : value.toFixed(2).replace('.', ',').replace('-', '−').replace('−0,00', '0,00');
export const people = (n: number): string => count(n, 'persona', 'personas');
/** «45 s», «3 min». */
export const time = (seconds: number | null): string => {
  if (seconds === null) return '—';
  return seconds < 100 ? `${Math.round(seconds)}\u00a0s` : `${Math.round(seconds / 60)}\u00a0min`;
};
/** A mean nota, rounded as notas are. */
export const meanGrade = (tenths: number | null): string => nota(tenths === null ? null : Math.floor(tenths + 0.5));

const listed = (names: readonly string[]) => new Intl.ListFormat('es-CL', { type: 'conjunction' }).format(names);
const plural = (options: readonly string[], one: string, many: string) => (options.length === 1 ? one : many);
const change = ({ options }: Hint) =>
  `Cambia ${plural(options, 'la alternativa', 'las alternativas')} ${listed(options)}.`;

const hints: Record<Hint['code'], (hint: Hint) => [what: string, why: string]> = {
  check_key: ({ options, value }) => [
    'Comprueba la clave.',
    `De quienes tienen puntaje alto, el ${share(value)} marcó ${listed(options)}.`,
  ],
  split: ({ options }) => [
    'Precisa el enunciado.',
    `Quienes tienen puntaje alto se reparten entre ${listed(options)}.`,
  ],
  idle: (hint) => [
    change(hint),
    plural(hint.options, 'No distrae a nadie; usa un error frecuente.', 'No distraen a nadie; usa errores frecuentes.'),
  ],
  rare: (hint) => [
    change(hint),
    plural(
      hint.options,
      'Casi nadie la marca; usa un error frecuente.',
      'Casi nadie las marca; usa errores frecuentes.',
    ),
  ],
  attracts: ({ options, value }) => [
    `Revisa la alternativa ${listed(options)}.`,
    `Atrae más a quienes tienen puntaje alto: la marca el ${share(value)}.`,
  ],
  backwards: () => ['Lee la pregunta con otra persona.', 'La aciertan más quienes tienen menor puntaje.'],
  hard: () => ['Comprueba que el contenido se haya visto.', 'Muy pocas personas la aciertan.'],
  weak: () => ['Afina las alternativas.', 'Distingue poco entre quienes dominan la materia y quienes no.'],
  blank: ({ value }) => ['Mira si se entiende.', `El ${share(value)} la dejó sin responder.`],
  slow: ({ value }) => ['Acorta el enunciado.', `Toma mucho más tiempo que las demás: ${time(value)}.`],
  region: ({ region, value }) => [
    `Revisa si supone algo que no se da en ${region ?? ''}.`,
    `Allí la acierta el ${share(value)}, menos de lo que anuncia el resto de la prueba.`,
  ],
};

/** Pages of item analysis. */
export const words = {
  title: (unit: string) => `Análisis de preguntas · ${unit}`,
  description: 'Cómo mide cada pregunta: acierto, discriminación, alternativas y consejos.',
  heading: 'Análisis de preguntas',
  meta: (unit: string, edition: string, closed: boolean, day: string) =>
    `${unit} · ${edition} · ${closed ? 'cerró el' : 'cierra el'} ${day}`,
  demo: 'datos de muestra',
  csv: 'Descargar CSV',
  figures: {
    people: (n: number) => (n === 1 ? 'respondió' : 'respondieron'),
    grade: 'nota promedio',
    alpha: (kr20: boolean) => (kr20 ? 'confiabilidad (KR-20)' : 'confiabilidad (alfa)'),
    error: 'error de medición',
    errorOf: (points: number) => `± ${amount(Math.round(points / 100) / 10)}\u00a0pts`,
    seconds: 'tiempo mediano',
  },
  worth: {
    few: 'Aún responden pocas personas',
    unknown: 'La confiabilidad no se puede calcular',
    good: 'La evaluación mide bien',
    fair: 'La evaluación mide de forma aceptable',
    poor: 'La evaluación mide con poca precisión',
  },
  asks: (n: number) => (n === 1 ? 'una pregunta pide una mirada' : `${n} preguntas piden una mirada`),
  noneAsks: 'ninguna pregunta pide cambios',
  correct: (numbers: readonly number[]) =>
    `Si corriges ${listed(numbers.map((n) => `la ${n}`))}, recalcula las notas. Nadie pierde puntaje sin que lo apruebes.`,
  keep: 'Puedes usarla de nuevo tal como está.',
  wait: 'Con menos de diez respuestas no conviene sacar conclusiones. Vuelve más tarde.',
  attempts: {
    label: 'Intentos que cuentan',
    first: 'Primer intento de cada persona',
    all: 'Todos los intentos',
    submit: 'Mostrar',
  },
  notes: {
    first: 'Cuenta el primer intento terminado de cada persona. No cuentan los anulados.',
    all: 'Cuentan todos los intentos terminados. No cuentan los anulados.',
    partial: 'Estas cifras hablan solo de las personas a tu cargo.',
    waiting: (n: number) =>
      n === 1
        ? 'Un intento espera corrección y aún no cuenta.'
        : `${amount(n)} intentos esperan corrección y aún no cuentan.`,
    drawn: 'No todas las personas recibieron las mismas preguntas: la confiabilidad es aproximada.',
  },
  chart: {
    heading: 'Dificultad y discriminación',
    useful: 'zona útil',
    easier: 'más fácil →',
    tells: 'distingue más ↑',
    means: (all: number, outside: readonly number[]) => {
      const start = `${count(all, 'pregunta', 'preguntas')} según porcentaje de acierto y discriminación.`;
      if (outside.length === 0) return `${start} Todas están en la zona útil.`;
      return `${start} Fuera de la zona útil: ${listed(outside.map(String))}. La tabla dice lo mismo.`;
    },
    explanation:
      'Hacia la derecha, más personas acertaron. Hacia arriba, la pregunta distingue mejor a quienes dominan la materia.',
    absent: (numbers: readonly number[]) =>
      `Sin discriminación que se pueda calcular, fuera del gráfico: ${listed(numbers.map(String))}.`,
  },
  table: {
    heading: 'Pregunta por pregunta',
    caption: 'Acierto, discriminación y consejo por pregunta',
    question: 'Pregunta',
    difficulty: 'Acierto',
    discrimination: 'Discrim.',
    discriminationWhole: 'Discriminación',
    state: 'Estado',
    advice: 'Qué hacer',
    version: (n: number) => `versión ${n}`,
  },
  states: { good: 'Sirve', look: 'Mirar', review: 'Revisar', few: 'Pocos datos' },
  headlines: {
    few: 'Aún responden pocas personas.',
    nobody: 'Nadie la acierta. Comprueba la clave.',
    everyone: 'Todas las personas la aciertan. No distingue niveles.',
    backwards: 'Revísala: la aciertan más quienes tienen menor puntaje.',
    check_key: 'Comprueba la clave: las personas de mayor puntaje marcan otra.',
    hard: 'Muy difícil. Comprueba que el contenido se haya visto.',
    weak: 'Distingue poco. Revisa enunciado y alternativas.',
    easy: 'Fácil. Sirve para partir; no distingue niveles.',
    best: 'La que mejor distingue. Consérvala.',
    demanding: 'Exigente y útil.',
    good: 'Buena pregunta. Déjala igual.',
  },
  detail: {
    heading: (n: number) => `Pregunta ${n}`,
    upper: 'puntaje alto',
    lower: 'puntaje bajo',
    key: 'clave',
    blank: 'Sin respuesta',
    both: (upper: string, lower: string) => `Puntaje alto ${upper}, puntaje bajo ${lower}`,
    inPlace: 'Cuántas personas pusieron cada elemento en su lugar.',
    commonest: 'Las respuestas más frecuentes.',
    byHand: 'Se corrige a mano: aquí solo cuenta el puntaje.',
    groups: 'Grupos de puntaje alto y bajo: el 27\u00a0% superior e inferior.',
    facts: { points: 'Acierto', upper: 'En puntaje alto', lower: 'En puntaje bajo', time: 'Tiempo mediano' },
    regions: 'Acierto por región',
    region: 'Región',
    noRegion: 'Sin región',
    people: 'Personas',
    hidden: 'No se muestran regiones con menos de cinco personas.',
    suggested: 'Qué te sugerimos',
    nothing: 'Nada por ahora.',
    edit: (n: number) => `Editar la pregunta ${n}`,
    simulate: 'Simular notas sin ella',
  },
  regions: {
    heading: 'Por región',
    caption: 'Personas, acierto y nota promedio por región, de norte a sur',
    share: 'Acierto',
    grade: 'Nota',
  },
  empty: 'Aún no termina ningún intento de esta evaluación.',
  back: 'Volver a la edición',
  hint: (hint: Hint) => hints[hint.code](hint),
} as const;
