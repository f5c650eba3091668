import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { addressOf, type Image, readForeignImage } from './image.ts';
import type { Fault } from './problems.ts';
import { sanitize } from './sanitize.ts';

export { addressOf, type Image, readForeignImage };

/** What to do with the images of a text, and whom to tell what it loses. */
export type Foreign = {
  /** The image that an address stands for; what is wrong with it; or null where it leads nowhere. */
  image: (src: string) => Image | Fault | null;
  lose: (what: string) => void;
};

/** The longest text that is read, in characters, without the images written into it. */
const longest = 100_000;
/** More tags than a question needs; fewer than make a parser slow or exhaust its stack. */
const mostTags = 2_000;

const markdown = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });
const parser = unified().use(rehypeParse, { fragment: true });

/** What others write, and how it is written here. */
const renamed: Record<string, string> = {
  ...{ b: 'strong', i: 'em', s: 'del', strike: 'del', tt: 'code', kbd: 'code', samp: 'code', h1: 'h2', center: 'div' },
};
/** What shows or plays something that can not come along. */
const embedded = new Set(['audio', 'embed', 'iframe', 'object', 'video', 'svg', 'math', 'canvas', 'form', 'input']);
const ownClass = /^(table|numeric|scroll-x|formula|term|norm|notice|example|definition|box|box-title|meta)$/;
const ownId = /^(figura|tabla|comprueba)-\d{1,4}$/;

/** A text of HTML in house form: sanitised, trimmed, and a lone paragraph without its `<p>`. Null where it is too long or too deep. */
export function cleanHtml(html: string, foreign: Foreign): string | null {
  const text = html.replace(/\r\n?/g, '\n').trim();
  if (!/[<&]/.test(text)) return text;
  const { short, images } = withoutData(text);
  if (short.length > longest || tagsIn(short) > mostTags) return null;
  try {
    const tree = parser.parse(short);
    visit(tree, 'element', (node, index, parent) => {
      if (embedded.has(node.tagName) && parent && index !== undefined) {
        foreign.lose(`un elemento <${node.tagName}> que no se puede mostrar`);
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      adopt(node, foreign, images);
      return undefined;
    });
    return htmlOf(sanitize(tree));
  } catch (error) {
    if (error instanceof RangeError) return null; // nested until the stack ends
    throw error;
  }
}

/** Markdown from elsewhere, with the HTML it may hold. */
export function cleanMarkdown(text: string, foreign: Foreign): string | null {
  if (text.length > longest) return null;
  try {
    const tree = toHast(markdown.parse(text), { allowDangerousHtml: true, clobberPrefix: '' }) as Root;
    return cleanHtml(toHtml(tree, { allowDangerousHtml: true }), foreign);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The text of a fragment, as one reads it: tags gone, entities read, spaces joined. */
export const wordsOf = (html: string): string =>
  /[<&]/.test(html) ? spaced(textOf(parser.parse(html))) : spaced(html);

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

function textOf(node: Root | ElementContent): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const block = node.type === 'element' && /^(p|div|li|br|td|th|h\d|tr)$/.test(node.tagName) ? ' ' : '';
  return `${node.children.map((child) => (child.type === 'doctype' ? '' : textOf(child))).join('')}${block}`;
}

/** A text without marks as HTML; its ends of line stay. */
export const escapeHtml = (text: string) =>
  toHtml({ type: 'text', value: text.replace(/\r\n?/g, '\n').trim() }).replaceAll('\n', '<br>');

function htmlOf(tree: Root): string {
  const solid = tree.children.filter((node) => node.type !== 'text' || node.value.trim());
  const [only] = solid;
  if (only?.type === 'element' && only.tagName === 'p' && solid.length === 1)
    return toHtml({ type: 'root', children: only.children }).trim();
  return toHtml(tree).trim();
}

/** Images written into the text are long; they wait outside while it is parsed. */
function withoutData(text: string): { short: string; images: string[] } {
  const images: string[] = [];
  const short = text.replace(
    /(\ssrc\s*=\s*["']?)(data:image\/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=\s]*)/gi,
    (_, before: string, uri: string) => `${before}data:${images.push(uri) - 1}`,
  );
  return { short, images };
}

const tagsIn = (text: string) => text.split('<').length - 1;

function adopt(node: Element, foreign: Foreign, images: string[]): void {
  node.tagName = renamed[node.tagName] ?? node.tagName;
  const { id, className, ...properties } = node.properties;
  node.properties = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !/^data/.test(name) || /^data(Term|Reviewed)$/.test(name)),
  );
  if (typeof id === 'string' && ownId.test(id)) node.properties['id'] = id;
  const classes = Array.isArray(className) ? className.filter((name) => ownClass.test(name)) : [];
  if (classes.length > 0) node.properties['className'] = classes;
  if (node.tagName === 'img') adoptImage(node, foreign, images);
}

/** An image that can not come along leaves what it says in its place. */
function adoptImage(node: Element, { image, lose }: Foreign, images: string[]): void {
  const alt = wordOf(node, 'alt');
  const written = wordOf(node, 'src');
  const src = images[Number(/^data:(\d+)$/.exec(written)?.[1] ?? -1)] ?? written;
  const found = image(src);
  if (found && !('fault' in found)) {
    const { media, width, height } = found;
    node.properties = { src: addressOf(media), width, height, alt, loading: 'lazy' };
    return;
  }
  lose(found ? found.fault[0] : `la imagen «${src.slice(0, 80)}», que no viene en el archivo`);
  Object.assign(node, { tagName: 'span', properties: {}, children: alt ? [{ type: 'text', value: `[${alt}]` }] : [] });
}

function wordOf(node: Element, name: string): string {
  const value = node.properties[name];
  return typeof value === 'string' ? value : '';
}
