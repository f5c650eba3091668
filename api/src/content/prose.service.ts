import type { Element, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';

/** What somebody who writes in the browser may use: of the list of the contents, the part with no place, look or picture. */
const allowed: Options = {
  tagNames: [
    ...['h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br', 'strong', 'em', 'del', 'u', 'code'],
    ...['sub', 'sup', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: { a: ['href'], ol: ['start'], td: ['rowSpan', 'colSpan'], th: [['scope', 'col', 'row']] },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: Object.fromEntries(['thead', 'tbody', 'tr', 'th', 'td'].map((part) => [part, ['table']])),
  strip: ['script', 'style', 'template', 'noscript', 'textarea', 'title'],
  clobber: [],
  clobberPrefix: '',
};
const reader = unified().use(rehypeParse, { fragment: true });
const cleaner = unified().use(rehypeSanitize, allowed);

const linksOf = (node: Nodes): Element[] => {
  if (!('children' in node)) return [];
  const inner = node.children.flatMap(linksOf);
  return node.type === 'element' && node.tagName === 'a' ? [node, ...inner] : inner;
};

const treeOf = (html: string): Root => cleaner.runSync(reader.parse(html));

/** The HTML that somebody wrote, with only what the list allows. Cleaned twice, it is the same. */
export function cleanProse(html: string): string {
  const tree = treeOf(html);
  for (const link of linksOf(tree)) link.properties['rel'] = ['nofollow', 'noopener', 'noreferrer'];
  return toHtml(tree);
}

const blocks = new Set(['p', 'li', 'h2', 'h3', 'h4', 'blockquote', 'pre', 'br', 'hr', 'td', 'th', 'tr']);

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const text = node.children.map(textOf).join('');
  return node.type === 'element' && blocks.has(node.tagName) ? `${text} ` : text;
}

/** What such a text says, without its form. */
export const proseText = (html: string): string => textOf(treeOf(html)).replace(/\s+/g, ' ').trim();

/** How many words: what stands between blanks and holds a letter or a digit. */
export const wordsOf = (html: string): number =>
  proseText(html)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
