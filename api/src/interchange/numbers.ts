import { isWhole, percent } from './answers.ts';
import { covers, decimalOf, type Exact, middleOf, readNumber, toDecimal } from './decimal.policy.ts';
import type { Answered, Job } from './job.ts';
import { countAnswers, Refused } from './refused.ts';

/** A number that counts, how far from it, and what it is worth in percent. `text` is how it was written. */
export type Near = { value: Exact; tolerance: Exact; weight: number; feedback: string; text: string };

/** Several numbers as one: the widest that is wholly right. Refuses right ones that lie apart; the rest is lost and said. */
export function oneNumber(numbers: Near[], job: Job): { value: string; tolerance: string } {
  countAnswers(numbers.length);
  for (const { feedback, text } of numbers) if (feedback) job.lose(`Se perdió el comentario de la respuesta «${text}»`);
  for (const { weight, text } of numbers)
    if (weight > 0 && !isWhole(weight)) job.lose(`«${text}» valía ${percent(weight)}; ya no se acepta`);
  const { value, tolerance, text } = widestOf(numbers.filter(({ weight }) => isWhole(weight)));
  const [written, margin] = [toDecimal(value), toDecimal(tolerance)];
  if (written === null || margin === null) throw new Refused(`«${text}» tiene más cifras de las que caben`);
  return { value: written, tolerance: margin };
}

function widestOf(whole: Near[]): Near {
  if (whole.length === 0) throw new Refused('Ninguna respuesta vale el 100 %');
  const widest = whole.find((one) => whole.every((other) => covers(one, other)));
  if (!widest) throw new Refused('Hay varios números correctos distintos; aquí cabe uno con su tolerancia');
  return widest;
}

/** `3`, `3:0.5` or `1..5` as a number and how far from it. */
export function rangeOf(text: string): Pick<Near, 'value' | 'tolerance'> {
  const [min, max] = numbersIn(text, '..', '');
  if (min && max) return middleOf(min, max);
  const [value, tolerance] = numbersIn(text, ':', '0');
  if (value && tolerance) return { value, tolerance };
  throw new Refused(`«${text.slice(0, 40)}» no es un número, ni un número con tolerancia, ni un rango`);
}

function numbersIn(text: string, sign: string, otherwise: string): (Exact | null)[] {
  const at = text.indexOf(sign);
  const [first, second] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + sign.length).trim()];
  return [readNumber(first), readNumber(second || otherwise)];
}

export function numericOf(prompt: string, unit: string | null, numbers: Near[], job: Job): Answered {
  const solution = { kind: 'numeric', ...oneNumber(numbers, job), relative: false } as const;
  return { body: { kind: 'numeric', prompt, unit }, solution };
}

/** Our own writers note a margin that is a part of the number, where a format only has so much. */
export function withRelative(answered: Answered, part: string | undefined): Answered {
  const tolerance = part === undefined ? null : decimalOf(part);
  if (tolerance === null || answered.solution.kind !== 'numeric') return answered;
  return { ...answered, solution: { ...answered.solution, tolerance, relative: true } };
}
