import type { Paragraph, PhrasingContent } from 'mdast';
import { wordsOf } from '../content/foreign-html.service.ts';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { commaText, distinguished, marginText } from './table-text.ts';
import type { Of } from './writing.ts';

type Part = Of<QuestionBody, 'gaps'>['parts'][number];
type Keys = Of<AnswerKey, 'gaps'>['gaps'];
type Gap = Exclude<Part, { type: 'html' }>;

/** A text with gaps as paragraphs: two ends of line part them. */
export function gapParagraph(
  parts: readonly Part[],
  keys: Keys,
  phrase: (html: string) => PhrasingContent[],
): Paragraph[] {
  const paragraphs: Paragraph[] = [{ type: 'paragraph', children: [] }];
  for (const part of parts) {
    const pieces = part.type === 'html' ? part.html.split('<br><br>') : [part];
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) paragraphs.push({ type: 'paragraph', children: [] });
      const nodes = typeof piece === 'string' ? spaced(piece, phrase(piece)) : [gapNode(piece, keys[piece.id])];
      paragraphs.at(-1)?.children.push(...nodes);
    }
  }
  return paragraphs.filter(({ children }) => children.length > 0);
}

/** Spaces at the ends keep words off the gaps. */
function spaced(html: string, nodes: PhrasingContent[]): PhrasingContent[] {
  const space = { type: 'text', value: ' ' } as const;
  return [...(/^\s/.test(html) ? [space] : []), ...nodes, ...(/\s$/.test(html) && nodes.length > 0 ? [space] : [])];
}

function gapNode(gap: Gap, key: Keys[string] | undefined): PhrasingContent {
  const { id } = gap;
  if (key?.type === 'number')
    return directive('hueco-numero', { id, tolerancia: marginText(key) || '0' }, commaText(key.value));
  if (key?.type === 'text')
    return directive('hueco', { id, ...distinguished(key.matchCase, key.matchAccents) }, key.accepted.join(' | '));
  return directive('hueco-lista', { id, respuesta: key?.correct ?? '' }, listed(gap));
}

const listed = (gap: Gap) =>
  gap.type === 'choice' ? gap.options.map((option) => `${option.id}) ${wordsOf(option.html)}`).join(' | ') : '';

const directive = (name: string, attributes: Record<string, string>, label: string): PhrasingContent => ({
  type: 'textDirective',
  name,
  attributes,
  children: [{ type: 'text', value: label }],
});
