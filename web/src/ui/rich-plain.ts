import { plainText } from './plain-text.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

/** Lines as paragraphs. */
export const toHtml = (text: string): string =>
  text.trim() === ''
    ? ''
    : text
        .split('\n')
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('');

/** Paragraphs as lines, without their markup. */
export const textOf = (html: string): string =>
  html
    .split(/<br ?\/?>|<\/(?:p|li|h\d|blockquote)>/)
    .map(plainText)
    .join('\n')
    .trim();
