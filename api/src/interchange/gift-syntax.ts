import type { Job, Manner } from './job.ts';

/*
 * GIFT as Moodle reads it: https://docs.moodle.org/en/GIFT_format. A backslash takes its meaning from ~ = # { } : and
 * itself, and `\n` ends a line. While a question is cut into pieces those pairs are hidden as code points that no text
 * holds, so that every cut is at a sign that means it.
 */
const escaped = ['~', '=', '#', '{', '}', ':', 'n', '\\'];
const first = 0xfdd0;

export const hide = (text: string) =>
  text.replace(/\\([~=#{}:n\\])/g, (_, sign: string) => String.fromCharCode(first + escaped.indexOf(sign)));
export const show = (text: string) =>
  text.replace(/[\ufdd0-\ufdd7]/g, (hidden) => {
    const sign = escaped[hidden.charCodeAt(0) - first] ?? '';
    return sign === 'n' ? '\n' : sign;
  });
export const escapeGift = (text: string) =>
  text.replace(/[~=#{}:\\]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, '\\n');

/** How the texts of a question are written unless they say otherwise. */
export type Styled = { text: string; manner: Manner };

const format = /^\s*\[(html|moodle|plain|markdown)\]/;

export function styled(text: string, otherwise: Manner): Styled {
  const found = format.exec(text);
  return found ? { text: text.slice(found[0].length), manner: found[1] as Manner } : { text, manner: otherwise };
}

/** A piece of a question as HTML. */
export function htmlIn(piece: string, otherwise: Manner, job: Job): string {
  const { text, manner } = styled(piece, otherwise);
  return job.html(show(text.trim()), manner);
}

/** One answer: how much it is worth in percent (null where nothing is said), its text, and what is said about it. */
export type GiftAnswer = { right: boolean; weight: number | null; text: string; feedback: string };

const weight = /^%(-?\d{1,3}(?:[.,]\d{0,9})?)%/;

/** Reads what stands behind `=` or `~`. */
export function answerOf(written: string): GiftAnswer {
  const right = written.startsWith('=');
  const rest = written.slice(1).trim();
  const found = weight.exec(rest);
  const [text, feedback] = cutAt(found ? rest.slice(found[0].length) : rest, '#');
  return {
    right,
    weight: found ? Number(found[1]?.replace(',', '.')) : null,
    text: text.trim(),
    feedback: feedback.trim(),
  };
}

/** The parts that start with one of the signs, each with its sign; and what stands before the first. */
export function splitAt(text: string, signs: RegExp): { head: string; parts: string[] } {
  const [head = '', ...parts] = text.split(signs);
  return { head, parts };
}

export function cutAt(text: string, sign: string): [before: string, after: string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + sign.length)];
}

/** What a comment before a question says of it, as Moodle writes it and a little more: `[id:…] [tag:…]`. */
export function notesIn(comment: string): [name: string, value: string][] {
  if (comment.length > 20_000) return [];
  return [...comment.matchAll(/\[([a-z]{2,20}):((?:[^\]\\]|\\.)*)\]/g)].map(([, name = '', value = '']) => [
    name,
    value.replace(/\\(.)/g, '$1').trim(),
  ]);
}

/** `keys` are the written keys of what is shown, in its order, where the file keeps them. */
export type GiftQuestion = {
  prompt: string;
  manner: Manner;
  keys: string[];
  note: (name: string) => string | undefined;
  job: Job;
};
