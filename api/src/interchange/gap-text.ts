import type { QuestionBody } from '../content/question.schema.ts';
import type { Job } from './job.ts';
import { Refused } from './refused.ts';

type Part = Extract<QuestionBody, { kind: 'gaps' }>['parts'][number];
export type Gap = Exclude<Part, { type: 'html' }>;

/** What stands for a gap while its text is cleaned: no text holds it. */
export const markOf = (index: number) => `\ufde0${index}\ufde1`;
const mark = /\ufde0(\d{1,4})\ufde1/;
const blocks = /<\/?(ul|ol|li|table|caption|thead|tbody|tr|th|td|blockquote|h[2-6]|pre|figure|figcaption|section)\b/;

/** A cleaned text with marks, cut at its gaps. Paragraphs become ends of line, so that each piece stands for itself. */
export function partsOf(html: string, gaps: readonly Gap[], job: Job): Part[] {
  if (blocks.test(html)) job.lose('El texto con espacios perdió sus listas, tablas o títulos; quedaron sus líneas');
  const pieces = balanced(flat(html)).split(mark);
  return pieces.flatMap((piece, i): Part[] => {
    if (i % 2 === 0) return hasContent(piece) ? [{ type: 'html', html: piece }] : [];
    const gap = gaps[Number(piece)];
    if (!gap) throw new Refused('Un espacio no tiene respuestas');
    return [gap];
  });
}

const hasContent = (piece: string) => piece.replace(/<[^>]*>/g, (tag) => (/^<(img|br)/.test(tag) ? 'x' : '')) !== '';

/** Lines and phrases only. */
const flat = (html: string) =>
  html
    .replace(
      /\s*<\/(p|div|ul|ol|table|blockquote|h[2-6]|pre|figure|section)>\s*(?=<(p|div|ul|ol|table|blockquote|h[2-6]|pre|figure|section)\b)/g,
      '<br><br>',
    )
    .replace(/<\/(li|tr|figcaption|caption)>/g, '<br>')
    .replace(/<li>/g, '• ')
    .replace(/<\/(td|th)>/g, ' ')
    .replace(
      /<\/?(p|div|ul|ol|li|table|caption|thead|tbody|tr|th|td|blockquote|h[2-6]|pre|figure|figcaption|section)\b[^>]*>/g,
      '',
    )
    .trim();

/** Closes before each mark what is open, and opens it again behind. */
function balanced(html: string): string {
  const open: string[] = [];
  return html.replace(
    /<(\/?)([a-z0-9]+)[^>]*>|\ufde0\d{1,4}\ufde1/g,
    (found, slash: string | undefined, name: string | undefined) => {
      if (!name) return [...open.map(closing).reverse(), found, ...open].join('');
      if (slash) open.pop();
      else if (!/^(img|br|hr)$/.test(name)) open.push(found);
      return found;
    },
  );
}

const closing = (tag: string) => `</${/^<([a-z0-9]+)/.exec(tag)?.[1] ?? ''}>`;
