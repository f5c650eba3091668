import type { Nodes, RootContent } from 'mdast';
import type { TextPassage } from './content.schema.ts';
import { idOf } from './page.ts';

const joined = new Set(['paragraph', 'heading', 'strong', 'emphasis', 'delete', 'link', 'tableCell', 'textDirective']);
const silent = new Set(['html', 'footnoteReference', 'footnoteDefinition']);

/** The words of a node. Notes and self-checks are left out: they are no part of what the text says. */
export function plain(node: Nodes): string {
  if (silent.has(node.type) || isSelfCheck(node)) return '';
  if ('value' in node) return node.value.replace(/\s+/g, ' ');
  if (!('children' in node)) return ' ';
  const parts = node.children.map(plain);
  if (isTitle(node)) return sentence(parts.join(''));
  return joined.has(node.type) ? parts.join('') : parts.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
}

const isSelfCheck = (node: Nodes) => node.type === 'containerDirective' && node.name === 'comprueba';

/** The caption of a figure or the label of a box. */
const isTitle = (node: Nodes) =>
  node.type === 'leafDirective' || (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;

/** The title of a box does not run into what follows. */
const sentence = (text: string) => (/[.:?!…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** A text cut at its headings, for search. What stands before the first goes under the title. */
export function passagesOf(nodes: RootContent[], title: string): TextPassage[] {
  const passages: TextPassage[] = [{ anchor: null, heading: title, text: '' }];
  for (const node of nodes) {
    const last = passages.at(-1);
    if (node.type === 'heading') passages.push({ anchor: idOf(node), heading: plain(node).trim(), text: '' });
    else if (last) last.text = `${last.text} ${plain(node).trim()}`.trim();
  }
  return passages.filter(({ text, anchor }) => text || anchor);
}
