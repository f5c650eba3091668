import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { type CalculationFault, faultsOfCalculation } from '../content/variables.policy.ts';

type Of<T, K> = Extract<T, { kind: K }>;
type Kind = QuestionBody['kind'];
type Ids = readonly { id: string }[];
type Check<K extends Kind> = (body: Of<QuestionBody, K>, key: Of<AnswerKey, K>) => string | null | false;

const idsOf = (options: Ids) => options.map(({ id }) => id);
const isEach = (ids: readonly string[]) => new Set(ids).size === ids.length;
const isSame = (some: readonly string[], all: readonly string[]) =>
  some.length === all.length && isEach(some) && some.every((id) => all.includes(id));
const isWithin = (some: readonly string[], all: readonly string[]) =>
  isEach(some) && some.every((id) => all.includes(id));

function choices(options: Ids): string | null {
  if (options.length < 2) return 'Hay menos de dos alternativas';
  if (options.length > 50) return 'Hay más de 50 alternativas';
  return isEach(idsOf(options)) ? null : 'Dos alternativas llevan la misma clave';
}

const pairs = (left: Ids, right: Ids, key: Record<string, string>) =>
  choices(left) ??
  (right.length === 0 || right.length > 50 ? 'Faltan o sobran respuestas con que parear' : null) ??
  (isEach(idsOf(right)) &&
  isSame(Object.keys(key), idsOf(left)) &&
  Object.values(key).every((id) => idsOf(right).includes(id))
    ? null
    : 'Los pares no calzan con lo que se muestra');

const checks: { [K in Kind]: Check<K> } = {
  single: ({ options }, { correct }) =>
    choices(options) ?? (!idsOf(options).includes(correct) && 'Ninguna alternativa está marcada como correcta'),
  multiple: ({ options }, { correct }) =>
    choices(options) ??
    ((correct.length === 0 || !isWithin(correct, idsOf(options))) && 'Ninguna alternativa está marcada como correcta'),
  true_false: () => null,
  numeric: (_, { tolerance }) => tolerance.startsWith('-') && 'La tolerancia es negativa',
  short: (_, { accepted }) => accepted.some((text) => !text.trim()) && 'Una respuesta aceptada está vacía',
  matching: ({ left, right }, key) => pairs(left, right, key.pairs),
  ordering: ({ items }, { order }) =>
    choices(items) ?? (!isSame(order, idsOf(items)) && 'El orden no calza con lo que se muestra'),
  gaps: ({ parts }, { gaps }) => gapFault(parts, gaps),
  categorise: ({ items, bins }, key) =>
    choices(bins) ??
    (items.length === 0 ? 'No hay nada que clasificar' : null) ??
    (!(
      isSame(Object.keys(key.bins), idsOf(items)) && Object.values(key.bins).every((id) => idsOf(bins).includes(id))
    ) &&
      'Los grupos no calzan con lo que se muestra'),
  hotspot: ({ areas }, { correct }) =>
    !(isEach(idsOf(areas)) && isWithin(correct, idsOf(areas))) && 'Las zonas no calzan con las correctas',
  calculated: (_, key) => calculationFault(key),
  essay: ({ minWords, maxWords }) =>
    minWords !== null && maxWords !== null && minWords > maxWords && 'El mínimo de palabras pasa del máximo',
  file: () => null,
};

const calculationFaults: Partial<Record<CalculationFault['fault'], string>> = {
  repeated: 'Dos variables llevan el mismo nombre',
  no_values: 'El rango de una variable no tiene valores',
  too_many_values: 'El rango de una variable tiene demasiados valores: usa un paso mayor',
  unknown_variable: 'La fórmula usa una variable que no tiene rango',
  unused_variable: 'La fórmula no usa una de sus variables',
  no_answer: 'Con algunos valores la fórmula no tiene resultado',
};

function calculationFault(key: Of<AnswerKey, 'calculated'>): string | null {
  const [first] = faultsOfCalculation(key);
  return first ? (calculationFaults[first.fault] ?? 'La fórmula no se entiende') : null;
}

type Parts = Of<QuestionBody, 'gaps'>['parts'];
type Gap = Exclude<Parts[number], { type: 'html' }>;

function gapFault(parts: Parts, keys: Of<AnswerKey, 'gaps'>['gaps']): string | null {
  const gaps = parts.filter((part): part is Gap => part.type !== 'html');
  if (gaps.length === 0) return 'El texto no tiene espacios que completar';
  if (!isSame(Object.keys(keys), idsOf(gaps))) return 'Los espacios no calzan con sus respuestas';
  return gaps.map((gap) => oneGapFault(gap, keys[gap.id])).find((fault) => fault !== null) ?? null;
}

function oneGapFault(gap: Gap, key: Of<AnswerKey, 'gaps'>['gaps'][string] | undefined): string | null {
  if (key?.type !== gap.type) return 'Un espacio y su respuesta son de clases distintas';
  if (gap.type !== 'choice' || key.type !== 'choice') return null;
  const isThere = idsOf(gap.options).includes(key.correct);
  return choices(gap.options) ?? (isThere ? null : 'Una lista no tiene su respuesta entre las alternativas');
}

/** Why a question can not be answered or marked as it is, in a sentence without its point; null where nothing is wrong. */
export function faultOf({ body, answerKey }: { body: QuestionBody; answerKey: AnswerKey }): string | null {
  if (body.kind !== answerKey.kind) return 'La pregunta y su respuesta son de clases distintas';
  if (!hasText(body)) return 'Falta el enunciado';
  const check = checks[body.kind] as Check<Kind>;
  return check(body, answerKey) || null;
}

/** A text with gaps may speak for itself. */
const hasText = (body: QuestionBody) => body.prompt !== '' || body.kind === 'gaps';
