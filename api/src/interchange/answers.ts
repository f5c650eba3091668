import { wordsOf } from '../content/foreign-html.service.ts';
import type { CreditRule } from '../content/question.schema.ts';
import { type Answered, cut, type Job, type Solution } from './job.ts';
import { Refused } from './refused.ts';
import { credits } from './words.ts';

/** An alternative as others keep it: what it is worth, in percent. */
export type Weighed = { id: string; html: string; feedback: string; weight: number };

const isClose = (a: number, b: number) => Math.abs(a - b) < 0.6;
/** Whether an answer is worth all there is; thirds and sixths are written rounded. */
export const isWhole = (weight: number) => isClose(weight, 100);

/** A choice whose alternatives have weights. Ours has right and wrong ones; a weight that this can not say is a loss. */
export function choiceOf(prompt: string, options: Weighed[], single: boolean, job: Job, rule?: string): Answered {
  if (options.some(({ html }) => !html)) throw new Refused('Hay una alternativa vacía');
  const kind = single ? 'single' : 'multiple';
  const solution = single ? onlyOf(options, job) : severalOf(options, job, rule);
  return {
    body: { kind, prompt, options: options.map(({ id, html }) => ({ id, html })) },
    solution,
    optionFeedback: Object.fromEntries(options.map(({ id, feedback }) => [id, feedback])),
  };
}

const severalOf = (options: Weighed[], job: Job, rule: string | undefined): Solution => ({
  kind: 'multiple',
  correct: options.filter(({ weight }) => weight > 0).map(({ id }) => id),
  credit: creditOf(options, job, rule),
});

function onlyOf(options: Weighed[], job: Job): Solution {
  const [best, ...others] = options.filter(({ weight }) => isWhole(weight));
  if (others.length > 0) throw new Refused('Hay más de una alternativa correcta en una de respuesta única');
  if (!best) throw new Refused('Ninguna alternativa vale el 100 %');
  for (const { html, weight } of options)
    if (!isWhole(weight) && weight !== 0) job.lose(`«${cut(wordsOf(html))}» valía ${percent(weight)}; aquí vale 0 %`);
  return { kind: 'single', correct: best.id };
}

export const percent = (weight: number) => `${String(Math.round(weight * 100) / 100).replace('.', ',')} %`;

/** Which of our rules says the same as these weights, or as the name of a rule beside them; the nearest, and a loss, where none does. */
function creditOf(options: Weighed[], job: Job, rule?: string): CreditRule {
  const named = credits.get(rule ?? '');
  if (named) return named;
  const right = options.filter(({ weight }) => weight > 0);
  const wrong = options.filter(({ weight }) => weight <= 0);
  const share = 100 / right.length;
  if (right.every(({ weight }) => isClose(weight, share))) {
    if (wrong.every(({ weight }) => isClose(weight, -share))) return 'net';
    if (wrong.every(({ weight }) => isClose(weight, -100))) return 'only_right';
  }
  const weights = options.map(({ weight }) => percent(weight)).join(', ');
  job.lose(`Los pesos (${cut(weights, 100)}) pasan a la regla en que cada error resta un acierto`);
  return 'net';
}

/** An answer in words, and what it is worth in percent. */
export type Accepted = { text: string; weight: number; feedback: string };

/** What of a text matters. */
type Matches = { matchCase: boolean; matchAccents: boolean };

/** Texts that count as right. Answers worth less than all, patterns with `*`, and what is said of each are lost. */
export function shortOf(prompt: string, answers: Accepted[], job: Job, matches: Matches): Answered {
  const accepted = acceptedOf(answers, job);
  const solution = { kind: 'short', accepted, ...matches } as const;
  return { body: { kind: 'short', prompt }, solution };
}

/** The texts among these that are right and say what they mean. */
export function acceptedOf(answers: Accepted[], job: Job): string[] {
  const whole = answers.filter(({ weight, text, feedback }) => {
    if (feedback.trim()) job.lose(`Se perdió el comentario de la respuesta «${cut(text)}»`);
    if (weight <= 0) return false;
    if (isWhole(weight)) return true;
    job.lose(`«${cut(text)}» valía ${percent(weight)}; ya no se acepta`);
    return false;
  });
  const plain = whole.filter(({ text }) => {
    if (!hasWildcard(text)) return true;
    job.lose(`«${cut(text)}» lleva un comodín «*», que aquí no existe`);
    return false;
  });
  const accepted = [...new Set(plain.map(({ text }) => text.replaceAll('\\*', '*').replace(/\s+/g, ' ').trim()))];
  if (accepted.length === 0) throw new Refused('Ninguna respuesta vale el 100 % y dice su texto completo');
  return accepted;
}

const hasWildcard = (text: string) => /(^|[^\\])\*/.test(text);
