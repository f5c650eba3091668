import type { BlockContent, List, ListItem, Paragraph, RootContent } from 'mdast';

/** An alternative as it was written: its stable key, whether it is marked, its text without the key, and what is said about it. */
export type WrittenOption = {
  id: string | null;
  checked: boolean | null;
  content: BlockContent[];
  feedback: BlockContent[];
  line: number;
};

const key = /^\s*([a-z0-9][a-z0-9-]{0,39})\)\s+/;

export const optionsOf = (list: List): WrittenOption[] => list.children.map(optionOf);

function optionOf(item: ListItem): WrittenOption {
  const feedback = item.children.filter((child) => child.type === 'blockquote');
  const [first, ...rest] = item.children.filter((child) => child.type !== 'blockquote') as BlockContent[];
  const { id, content } = first?.type === 'paragraph' ? withoutKey(first) : { id: null, content: first };
  return {
    id,
    checked: item.checked ?? null,
    content: content ? [content, ...rest] : rest,
    feedback: feedback.flatMap((quote) => quote.children) as BlockContent[],
    line: item.position?.start.line ?? 1,
  };
}

/** Cuts the key off the start of a text, which stays as it is for whoever reads it next. */
export function withoutKey<T extends Pick<Paragraph, 'children'>>(node: T): { id: string | null; content: T } {
  const [first, ...rest] = node.children;
  const found = first?.type === 'text' ? key.exec(first.value) : null;
  if (!found || first?.type !== 'text') return { id: null, content: node };
  const text = { ...first, value: first.value.slice(found[0].length) };
  return { id: found[1] ?? null, content: { ...node, children: [text, ...rest] } };
}

type Fault = [problem: string, remedy: string];

/** What is wrong with a list of alternatives of which one or more are right. */
export function faultsOf(list: RootContent | undefined, marked: boolean): { line: number; fault: Fault }[] {
  if (list?.type !== 'list')
    return [{ line: 0, fault: ['Faltan las alternativas', 'Escribe una lista con «- [ ] a) …»'] }];
  const options = optionsOf(list);
  const few: Fault = ['Hay menos de dos alternativas', 'Agrega al menos otra'];
  const none: Fault = ['Ninguna alternativa está marcada como correcta', 'Marca la correcta con «[x]»'];
  return [
    ...keyFaults(options),
    ...(marked ? boxFaults(options) : []),
    ...(options.length < 2 ? [{ line: 0, fault: few }] : []),
    ...(marked && !options.some(({ checked }) => checked) ? [{ line: 0, fault: none }] : []),
  ];
}

function keyFaults(options: WrittenOption[]): { line: number; fault: Fault }[] {
  const missing: Fault = ['La alternativa no tiene clave', 'Antepón una clave y un paréntesis: «a) …»'];
  return options.flatMap(({ id, line }, index) => {
    if (!id) return { line, fault: missing };
    const twice: Fault = [`La clave «${id}» se repite`, 'Da una clave distinta a cada una'];
    return options.slice(0, index).some((option) => option.id === id) ? { line, fault: twice } : [];
  });
}

function boxFaults(options: WrittenOption[]): { line: number; fault: Fault }[] {
  const fault: Fault = ['La alternativa no tiene casilla', 'Escribe «- [ ]», o «- [x]» si es correcta'];
  return options.flatMap(({ checked, line }) => (checked === null ? { line, fault } : []));
}
