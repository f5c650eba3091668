import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type gapDirectives, isGapDirective } from './directives.policy.ts';
import { withoutKey } from './options.ts';
import { lineOf } from './page.ts';
import { OptionId, type QuestionBody, type WrittenAnswerKey } from './question.schema.ts';
import { acceptedOf, barred, decimalOf, type Read, type Report, toleranceOf } from './reading.ts';
import { renderNodes } from './render-text.ts';
import type { Rendering } from './rendering.ts';

type Part = Extract<QuestionBody, { kind: 'gaps' }>['parts'][number];
type GapKey = Extract<WrittenAnswerKey, { kind: 'gaps' }>['gaps'][string];
type Written = Extract<PhrasingContent, { type: 'textDirective' }>;
type Gap = { part: Exclude<Part, { type: 'html' }>; key: GapKey };

const isGap = (node: PhrasingContent): node is Written => node.type === 'textDirective' && isGapDirective(node.name);

/** The prompt, then the text with its gaps, from the first paragraph that has one. */
export const gaps: Read = ({ prompt: written }, _, job, report) => {
  const first = written.findIndex((block) => block.type === 'paragraph' && block.children.some(isGap));
  if (first < 0) report('El texto no tiene huecos', 'Escribe «:hueco[respuesta]{#clave}» donde va cada uno');
  if (first === 0) report('El texto con huecos no tiene enunciado', 'Antepón un párrafo que diga qué hacer');
  const found = new Map<string, GapKey>();
  const parts = (first < 0 ? [] : written.slice(first)).flatMap((block, i) => [
    ...(i > 0 ? [{ type: 'html', html: '<br><br>' } as const] : []),
    ...partsOf(block, found, job, report),
  ]);
  const kind = 'gaps';
  const prompt = renderNodes(written.slice(0, Math.max(0, first)), job);
  return { body: { kind, prompt, parts }, answer: { kind, gaps: Object.fromEntries(found) } };
};

function partsOf(block: RootContent, found: Map<string, GapKey>, job: Rendering, report: Report): Part[] {
  if (block.type !== 'paragraph') {
    report('El texto con huecos solo lleva párrafos', 'Pasa listas y tablas al enunciado', lineOf(block));
    return [];
  }
  const parts: Part[] = [];
  for (const piece of piecesOf(block)) {
    if (Array.isArray(piece)) parts.push({ type: 'html', html: phraseOf(piece, job, report) });
    else {
      const gap = gapOf(piece, job, report);
      if (gap && found.has(gap.part.id)) report(`La clave «${gap.part.id}» se repite`, 'Da una clave a cada hueco', lineOf(piece));
      if (gap) {
        found.set(gap.part.id, gap.key);
        parts.push(gap.part);
      }
    }
  }
  return parts;
}

/** What stands between gaps, and each gap. */
function piecesOf({ children }: Paragraph): (PhrasingContent[] | Written)[] {
  const pieces: (PhrasingContent[] | Written)[] = [];
  for (const child of children) {
    const last = pieces.at(-1);
    if (isGap(child)) pieces.push(child);
    else if (Array.isArray(last)) last.push(child);
    else pieces.push([child]);
  }
  return pieces;
}

/** The words with the spaces at their ends, which keep them off the gaps. */
function phraseOf(children: PhrasingContent[], job: Rendering, report: Report): string {
  visit({ type: 'paragraph', children } satisfies Paragraph, 'textDirective', (node) => {
    if (isGapDirective(node.name)) report('Hay un hueco dentro de un énfasis', 'Sácalo de los asteriscos', lineOf(node));
  });
  const text = toString(children);
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  return `${before}${renderNodes([{ type: 'paragraph', children }], job)}${after}`;
}

function gapOf(node: Written, job: Rendering, report: Report): Gap | null {
  const id = node.attributes?.['id'] ?? '';
  const line = lineOf(node);
  if (!OptionId.safeParse(id).success) {
    report('El hueco no tiene una clave que sirva', 'Agrégale {#clave}, con minúsculas sin tilde, cifras y guiones', line);
    return null;
  }
  return readers[node.name as keyof typeof gapDirectives](id, node, job, (problem, remedy) => report(problem, remedy, line));
}

type ReadGap = (id: string, node: Written, job: Rendering, report: Report) => Gap | null;
const readers: Record<keyof typeof gapDirectives, ReadGap> = {
  hueco: (id, node, _, report) => ({
    part: { type: 'text', id },
    key: { type: 'text', ...acceptedOf(toString(node), node.attributes?.['distingue'], report) },
  }),
  'hueco-numero': (id, node, _, report) => {
    const value = decimalOf(toString(node).trim(), 'hueco-numero', report);
    const near = toleranceOf(node.attributes?.['tolerancia'] ?? '0', report);
    return value && near ? { part: { type: 'number', id }, key: { type: 'number', value, ...near } } : null;
  },
  'hueco-lista': (id, node, job, report) => {
    const options = barred(toString(node)).flatMap((text) => optionOf(text, job, report));
    const correct = node.attributes?.['respuesta'] ?? '';
    if (options.length < 2) report('La lista tiene menos de dos opciones', 'Sepáralas con barras: «ley) la ley | reg) el reglamento»');
    if (new Set(options.map((option) => option.id)).size < options.length)
      report('Dos opciones de la lista tienen la misma clave', 'Da una clave distinta a cada una');
    if (!options.some((option) => option.id === correct))
      report(`La lista no tiene la opción «${correct}»`, 'Escribe respuesta=… con la clave de una opción');
    return { part: { type: 'choice', id, options }, key: { type: 'choice', correct } };
  },
};

function optionOf(text: string, job: Rendering, report: Report): { id: string; html: string }[] {
  const { id, content } = withoutKey({ type: 'paragraph', children: [{ type: 'text', value: text }] } satisfies Paragraph as Paragraph);
  if (!id) {
    report(`La opción «${text}» no tiene clave`, 'Antepón una clave y un paréntesis: «reg) el reglamento»');
    return [];
  }
  return [{ id, html: renderNodes([content], job) }];
}
