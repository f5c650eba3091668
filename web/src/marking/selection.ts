import type { Passage } from '../rubric/annotate.ts';

const blockOf = (node: Node): HTMLElement | null => {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-block]') ?? null;
};

/** How many words' characters lie before a point of a block: the numbers of other comments are none. */
function before(block: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  const copy = range.cloneContents();
  for (const number of copy.querySelectorAll('sup.mark-ref')) number.remove();
  return Number(block.dataset['block']) + copy.textContent.length;
}

/** Without the spaces at its ends; null where nothing is left. */
function trimmed(words: string, from: number, to: number): Passage | null {
  const text = words.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const end = from + text.trimEnd().length;
  return start < end ? { start, end } : null;
}

const rangeNow = () => {
  const selection = getSelection();
  return selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
};

/** The passage that is selected within a text; null where none is. */
export function selectedIn(root: HTMLElement | null, words: string): Passage | null {
  const range = rangeNow();
  if (!root || !range) return null;
  const [first, last] = [blockOf(range.startContainer), blockOf(range.endContainer)];
  if (!first || !last || !root.contains(first) || !root.contains(last)) return null;
  const start = before(first, range.startContainer, range.startOffset);
  return trimmed(words, start, before(last, range.endContainer, range.endOffset));
}
