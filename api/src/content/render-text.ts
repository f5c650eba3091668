import type { Element, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, RootContent } from 'mdast';
import { defaultHandlers, type Handlers, toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Text } from './content.schema.ts';
import { readingMinutes, wordsIn } from './layout.policy.ts';
import { type Setting, targetOf } from './library.ts';
import { idOf } from './page.ts';
import { passagesOf } from './plain-text.ts';
import { directiveHandlers } from './render-directive.ts';
import { tableHandler } from './render-table.ts';
import { element, next, type Rendering, rendering } from './rendering.ts';
import { sanitize } from './sanitize.ts';
import { shaOf } from './source-folder.ts';

const handlersOf = (job: Rendering): Handlers => ({
  ...directiveHandlers(job),
  table: tableHandler(job),
  link: (state, node: Extract<Nodes, { type: 'link' }>) => {
    const target = targetOf(node.url, job);
    if ('fault' in target) return state.all(node);
    const rel = target.external ? ['noopener'] : undefined;
    return element('a', { href: target.href, rel, dataUnit: target.unit }, state.all(node));
  },
  /** A task list outside a question is a plain list: nothing in a text can be ticked. */
  listItem: (state, node: Extract<Nodes, { type: 'listItem' }>, parent) =>
    defaultHandlers.listItem(state, { ...node, checked: null }, parent),
  image: () => undefined,
  imageReference: () => undefined,
});

function toTree(nodes: RootContent[], job: Rendering): HtmlRoot {
  const tree = toHast(
    { type: 'root', children: nodes },
    {
      handlers: handlersOf(job),
      clobberPrefix: '',
      footnoteLabel: 'Fuentes',
      footnoteLabelProperties: {},
      footnoteBackLabel: (index, again) => `Volver a la cita ${index + 1}${again > 1 ? `, mención ${again}` : ''}`,
    },
  ) as HtmlRoot;
  visit(tree, 'element', nameSources);
  return tree;
}

/** The list of sources is an ordinary part of the text, with a Spanish anchor. */
function nameSources({ properties }: Element): void {
  if (properties['id'] === 'footnote-label') properties['id'] = 'fuentes';
  if (properties['dataFootnoteRef']) properties['ariaDescribedBy'] = ['fuentes'];
}

const htmlOf = (tree: HtmlRoot) => toHtml(sanitize(tree)).trim();

/** A few nodes as HTML: the prompt of a question, an alternative, a definition. A lone paragraph loses its <p>. */
export function renderNodes(nodes: RootContent[], job: Rendering): string {
  const tree = toTree(nodes, job);
  const [only, ...others] = tree.children;
  if (only?.type === 'element' && only.tagName === 'p' && others.length === 0) tree.children = only.children;
  return htmlOf(tree);
}

type Manner = { prefix?: string; numbered?: boolean; nodes?: RootContent[] };

/** A whole text: HTML with ids, the words that search reads, and all that was found on the way. */
export function renderText(setting: Setting, heading: string, manner: Manner = {}): Text {
  const job = rendering(setting, manner.prefix);
  const nodes = manner.nodes ?? setting.page.tree.children;
  const tree = toTree(nodes, job);
  if (manner.numbered) numberBlocks(tree, job);
  const html = htmlOf(tree);
  const passages = passagesOf(nodes, heading);
  const words = passages.reduce((sum, { text }) => sum + wordsIn(text), 0);
  return {
    html,
    sha: shaOf(html),
    words,
    minutes: readingMinutes(words, job.counts['comprueba'] ?? 0),
    toc: nodes.flatMap((node) => (node.type === 'heading' && node.depth === 2 ? [headingOf(node)] : [])),
    terms: [...job.terms].sort(),
    norms: [...job.norms.values()],
    passages,
    media: [...job.media.values()],
  };
}

const headingOf = (node: Extract<Nodes, { type: 'heading' }>) => ({ id: idOf(node), title: toString(node).trim() });

/** Every block at the top can be linked to; a paragraph shows its number, as «4.12». */
function numberBlocks(tree: HtmlRoot, job: Rendering): void {
  for (const block of tree.children) {
    if (block.type !== 'element' || block.properties['id'] || block.tagName === 'section') continue;
    const kind = block.tagName === 'p' ? 'p' : /^[uo]l$/.test(block.tagName) ? 'lista' : 'bloque';
    const id = `${kind}-${next(job, kind)}`;
    block.properties['id'] = id;
    if (kind !== 'p') continue;
    const number = job.prefix + id.slice(2);
    const label = `Enlace al párrafo ${number}`;
    block.children.unshift(element('a', { className: ['ref'], href: `#${id}`, ariaLabel: label }, [number]));
  }
}
