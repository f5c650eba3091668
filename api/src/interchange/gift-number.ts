import { cutAt, type GiftQuestion, show } from './gift-syntax.ts';
import type { Answered } from './job.ts';
import { type Near, numericOf, rangeOf, withRelative } from './numbers.ts';
import { countAnswers, Refused } from './refused.ts';

const weight = /^%(-?\d{1,3}(?:[.,]\d{0,9})?)%/;

/** `3`, `3:2`, `1..5`, or several of them, each behind `=`, with weights and feedback; `~` is what is said of all others. */
export function giftNumber(said: string, { prompt, note, job }: GiftQuestion): Answered {
  const [written, others] = cutAt(said, '~');
  if (others.trim()) job.lose('Se perdió el comentario de las respuestas erradas');
  const [head = '', ...rest] = written.split('=');
  const parts = [head, ...rest].filter((part) => part.trim());
  countAnswers(parts.length);
  if (parts.length === 0) throw new Refused('Falta el número correcto');
  return withRelative(numericOf(prompt, note('unidad') ?? null, parts.map(nearOf), job), note('relativa'));
}

function nearOf(written: string): Near {
  const found = weight.exec(written.trim());
  const [number, feedback] = cutAt(found ? written.trim().slice(found[0].length) : written, '#');
  const text = show(number).trim();
  return {
    ...rangeOf(text),
    weight: found ? Number(found[1]?.replace(',', '.')) : 100,
    feedback: feedback.trim(),
    text,
  };
}
