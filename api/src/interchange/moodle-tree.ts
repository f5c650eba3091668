import { SaxesParser } from 'saxes';
import type { Limits } from './exchange.schema.ts';
import { FileRefused } from './refused.ts';

/** An element of XML with its text and what stands in it. */
export type Node = { name: string; attributes: Record<string, string>; text: string; children: Node[]; line: number };
/** A question as it stands in the file. */
export type Found = { node: Node; at: number };

/** How much is parsed at once, in characters. */
const chunk = 65_536;

/**
 * The questions of a file of Moodle, one at a time: never the whole file as a tree. Declares no entity and reads no DTD:
 * a file that brings one is refused, as is one that nests too deep or is no XML.
 */
export function* questionsIn(text: string, limits: Limits): Generator<Found> {
  const found: Node[] = [];
  const parser = parserInto(found, limits);
  for (let at = 0; at < text.length; at += chunk) {
    parser.write(text.slice(at, at + chunk));
    for (const node of found.splice(0)) yield { node, at: Math.min(1, (at + chunk) / text.length) };
  }
  parser.close();
  for (const node of found.splice(0)) yield { node, at: 1 };
}

function parserInto(found: Node[], limits: Limits): SaxesParser {
  const parser = new SaxesParser();
  const open: Node[] = [];
  let depth = 0;
  const refuse = (reason: string): never => {
    throw new FileRefused(reason, parser.line);
  };
  parser.on('error', ({ message }) => refuse(`El XML está mal formado (${message.replace(/^\d+:\d+: /, '')})`));
  parser.on('doctype', () => refuse('El XML declara un DTD o entidades, que no se admiten'));
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > limits.depth) refuse(`El XML anida más de ${limits.depth} elementos`);
    if (depth === 1 && name !== 'quiz') refuse('El XML no es de preguntas de Moodle: no parte con <quiz>');
    if (depth === 1 || (depth === 2 && name !== 'question')) return;
    open.push({ name, attributes, text: '', children: [], line: parser.line });
  });
  const add = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    depth--;
    const node = depth > 0 ? open.pop() : undefined;
    if (node) (open.at(-1)?.children ?? found).push(node);
  });
  return parser;
}

export const child = (node: Node | undefined, name: string) => node?.children.find((one) => one.name === name);
export const children = (node: Node | undefined, name: string) =>
  node?.children.filter((one) => one.name === name) ?? [];
/** What an element says, in itself or in its `<text>`. */
export const said = (node: Node | undefined): string => (child(node, 'text')?.text ?? node?.text ?? '').trim();
export const saidIn = (node: Node, name: string) => said(child(node, name));
