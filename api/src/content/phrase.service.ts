import type { Element, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { sanitize } from './sanitize.ts';

const gfm = { singleTilde: false };
const reader = unified().use(remarkParse).use(remarkGfm, gfm);
const writer = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeRemark)
  .use(remarkGfm, gfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' });

/** Changes what stands between the spaces at both ends: in a text with gaps they part words. */
function within(text: string, change: (core: string) => string): string {
  const core = text.trim();
  if (!core) return text;
  const start = text.indexOf(core);
  return text.slice(0, start) + change(core) + text.slice(start + core.length);
}

/** A phrase or a few paragraphs of Markdown as sanitised HTML. A lone paragraph loses its <p>. */
export const phraseToHtml = (markdown: string): string => within(markdown, render);

function render(markdown: string): string {
  const tree = toHast(reader.parse(markdown), { clobberPrefix: '' }) as HtmlRoot;
  visit(tree, 'element', dress);
  const [only, ...others] = tree.children.filter(({ type }) => type !== 'text' || tree.children.length === 1);
  if (only?.type === 'element' && only.tagName === 'p' && others.length === 0) tree.children = only.children;
  return toHtml(sanitize(tree)).trim();
}

/** As a text of content/ shows them. */
function dress({ tagName, properties }: Element): void {
  if (tagName === 'table') properties['className'] = ['table'];
  if (tagName === 'img') properties['loading'] = 'lazy';
  if (tagName === 'a') properties['rel'] = ['noopener'];
}

/** The Markdown that an author would write for this phrase of HTML. */
export const htmlToPhrase = (html: string): string =>
  within(html, (core) => String(writer.processSync(core)).trim());
