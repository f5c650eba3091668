import { escapeHtml } from '../content/foreign-html.service.ts';
import { isHtml } from './table-row.ts';

/** An HTML text as a cell: plain where plain says it all. Images do not fit a cell. */
export function plainCell(html: string): string {
  const text = html.replace(/<img\b[^>]*>/g, '');
  const plain = text.replaceAll('<br>', '\n').replaceAll('&#x26;', '&').replaceAll('&#x3C;', '<');
  const isPlain = !isHtml(plain) && !isMarked(plain) && escapeHtml(plain) === text;
  return isPlain ? plain : marked(text);
}

/** What has a meaning of its own in a cell: it is written as HTML, which hides it. */
const isMarked = (plain: string) => /=>|\[\[|^\s*([a-z0-9][a-z0-9-]{0,39})\)\s|^\*|[|±\\]/.test(plain);
const signs: [RegExp, string][] = [
  [/=>/g, '=&#62;'],
  [/\[\[/g, '&#91;&#91;'],
];
const marked = (html: string) => signs.reduce((text, [sign, hidden]) => text.replace(sign, hidden), html);

/** A text between bars. */
export const barText = (text: string) => text.replace(/[|\\]/g, '\\$&');
export const commaText = (decimal: string) => decimal.replace('.', ',');

/** A margin as people write it: `0,5`, or `5 %` of the number. */
export function marginText({ tolerance, relative }: { tolerance: string; relative: boolean }): string {
  if (!relative) return tolerance === '0' ? '' : commaText(tolerance);
  const [whole = '0', part = ''] = tolerance.split('.');
  const digits = part.padEnd(2, '0');
  const percent = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = digits.slice(2);
  return `${rest ? `${percent},${rest}` : percent} %`;
}

/** What of a text matters, as content/ says it. */
export function distinguished(matchCase: boolean, matchAccents: boolean): Record<string, string> {
  const rules = [matchCase && 'mayusculas', matchAccents && 'tildes'].filter((rule) => rule !== false);
  return rules.length > 0 ? { distingue: rules.join(' ') } : {};
}
