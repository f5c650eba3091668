import type { Element } from 'hast';
import type { Nodes, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

type Figure = Extract<Nodes, { type: 'leafDirective' }>;

/** What an image is called where it lies beside the text; null where it can not lie there. */
type NameOf = (src: string) => string | null;

const parser = unified().use(rehypeParse, { fragment: true });
const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', fences: true, resourceLink: true })
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective);

/** A text of HTML as the Markdown of content/. What Markdown has no sign for keeps only its words. */
export function markdownOf(html: string, nameOf: NameOf): RootContent[] {
  if (!html) return [];
  const tree = parser.parse(html);
  visit(tree, 'element', unnumbered);
  const figures: Figure[] = [];
  const figure = (node: Element): RootContent | undefined => {
    const found = figureOf(node, nameOf);
    if (found) figures.push(found);
    return found;
  };
  const converter = unified().use(rehypeRemark, { document: true, handlers: { figure: (_, node: Element) => figure(node) as never, img: (_, node: Element) => figure(node) as never } });
  const markdown = converter.runSync(tree);
  return markdown.children.flatMap(outOfParagraph);
}

/** Markdown, as text. */
export const stringifyMarkdown = (children: RootContent[]): string => writer.stringify({ type: 'root', children });

/** The number of a figure is counted where it is read. */
function unnumbered(node: Element): void {
  if (node.tagName !== 'figcaption') return;
  const [number, space] = node.children;
  if (number?.type !== 'element' || number.tagName !== 'strong') return;
  node.children.splice(0, space?.type === 'text' && space.value === ' ' ? 2 : 1);
}

function figureOf(node: Element, nameOf: NameOf): Figure | undefined {
  let [src, alt, caption] = ['', '', ''];
  visit(node, (part) => {
    if (part.type === 'element' && part.tagName === 'img')
      [src, alt] = [part.properties['src'] ?? '', part.properties['alt'] ?? ''];
    if (part.type === 'text') caption += part.value;
  });
  const name = nameOf(src);
  if (name === null) return undefined;
  const words = caption.trim() || alt || 'Imagen';
  return { type: 'leafDirective', name: 'figura', attributes: { src: name, alt: alt || words }, children: [{ type: 'text', value: words }] };
}

/** A figure stands on its own line: one within a paragraph cuts it in two. */
function outOfParagraph(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph') return [node];
  const cut: RootContent[] = [];
  let phrase: typeof node.children = [];
  const close = () => {
    if (phrase.length > 0) cut.push({ type: 'paragraph', children: phrase });
    phrase = [];
  };
  for (const child of node.children)
    if ((child as RootContent).type === 'leafDirective') {
      close();
      cut.push(child);
    } else phrase.push(child);
  close();
  return cut;
}
