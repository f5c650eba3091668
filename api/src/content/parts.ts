import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';

type Directive = Extract<Nodes, { type: `${string}Directive` }>;

const isLabel = (node: Nodes): node is Paragraph =>
  node.type === 'paragraph' && (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;

/** The text in square brackets of a directive. */
export function labelOf(node: Directive): PhrasingContent[] {
  if (node.type !== 'containerDirective') return node.children;
  const [first] = node.children;
  return first && isLabel(first) ? first.children : [];
}

/** What a container holds, without its label. */
export const contentOf = (node: Directive): RootContent[] =>
  node.type === 'containerDirective' ? node.children.filter((child) => !isLabel(child)) : [];
