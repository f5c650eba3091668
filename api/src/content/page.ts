import type { Heading, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { z } from 'zod';
import { readCard } from './card.ts';
import { isKnown } from './directives.policy.ts';
import { anchorOf, isReserved } from './layout.policy.ts';
import type { Problems } from './problems.ts';
import type { SourceText } from './source-folder.ts';

/** A Markdown file, read: its card (null where it is broken), its tree, and the anchors that others may link to. */
export type Page<Card = unknown> = SourceText & {
  card: Card | null;
  /** The text with its card blanked out, so that lines and offsets of the tree are those of the file. */
  body: string;
  tree: Root;
  anchors: Set<string>;
};

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective);
const written = /\s*\{#([^{}]*)\}\s*$/;

/** Reads the card by its schema, the text as Markdown, and names every heading. */
export function readPage<Card>(file: SourceText, schema: z.ZodType<Card>, problems: Problems): Page<Card> {
  const text = file.text.replace(/\r\n?/g, '\n');
  const [{ length }, head] = /^---\n([\s\S]*?\n)?---(?=\n|$)/.exec(text) ?? [''];
  const body = text.slice(0, length).replace(/[^\n]/g, '') + text.slice(length);
  const card = length
    ? readCard(file.path, head ?? '', schema, problems, 1)
    : (problems.add(file.path, 1, 'Falta la ficha', 'Parte el archivo con una ficha YAML entre dos líneas «---»'),
      null);
  const tree = parser.parse(body);
  putBack(tree, body);
  return { ...file, card, body, tree, anchors: nameHeadings(file.path, tree, problems) };
}

/** Where a node starts, in lines of its file. */
export const lineOf = (node: Nodes) => node.position?.start.line ?? 1;

/** The text of a node as its author typed it. */
export const writtenAs = (node: Nodes, body: string) =>
  body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** «nota:algo» in a sentence looks like a directive and is none: it becomes the text that it was. */
function putBack(tree: Root, body: string): void {
  visit(tree, 'textDirective', (node, index, parent) => {
    const bare = node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0;
    if (isKnown(node.name) || !bare || !parent || index === undefined) return;
    parent.children[index] = { type: 'text', value: writtenAs(node, body), position: node.position };
  });
}

function nameHeadings(path: string, tree: Root, problems: Problems): Set<string> {
  const anchors = new Set<string>();
  visit(tree, 'heading', (heading) => {
    const id = anchorFor(heading);
    const fault = faultOf(id, anchors);
    if (fault) problems.add(path, lineOf(heading), ...fault);
    anchors.add(id);
    heading.data = { ...heading.data, hProperties: { id } };
  });
  return anchors;
}

/** The anchor written at the end of a heading, which is cut off, or the one its words give. */
function anchorFor(heading: Heading): string {
  const last = heading.children.at(-1);
  const found = last?.type === 'text' ? written.exec(last.value) : null;
  if (!found || last?.type !== 'text') return anchorOf(toString(heading));
  last.value = last.value.slice(0, found.index);
  return found[1] ?? '';
}

function faultOf(id: string, others: Set<string>): [string, string] | undefined {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    return [`El ancla «${id}» no sirve`, 'Usa minúsculas sin tilde, cifras y guiones: {#tres-preguntas}'];
  if (isReserved(id)) return [`El ancla «${id}» la usa la página`, 'Fija otra al final del título: {#otra-ancla}'];
  if (others.has(id)) return [`El ancla «${id}» se repite`, 'Fija una distinta al final del título: {#otra-ancla}'];
  return undefined;
}

/** The anchor given to a heading by `readPage`. */
export function idOf(heading: Heading): string {
  const id = heading.data?.hProperties?.['id'];
  return typeof id === 'string' ? id : '';
}
