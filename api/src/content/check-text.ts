import type { FootnoteDefinition, Heading, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { checkDirective, type Directive } from './check-directive.ts';
import { type Setting, targetOf } from './library.ts';
import { lineOf } from './page.ts';

type Report = (node: Nodes, problem: string, remedy: string) => void;

/** Looks for everything that a text may have wrong, whatever its kind. */
export function checkText(setting: Setting): void {
  const { page, problems } = setting;
  const report: Report = (node, problem, remedy) => problems.add(page.path, lineOf(node), problem, remedy);
  checkHeadings(page.tree, report);
  checkFootnotes(page.tree, report);
  checkTables(page.tree, report);
  visit(page.tree, (node, _, parent) => {
    if (isDirective(node)) checkDirective(node, parent, setting);
    else checkPlain(node, setting, report);
  });
}

const isDirective = (node: Nodes): node is Directive => node.type.endsWith('Directive');

function checkPlain(node: Nodes, setting: Setting, report: Report): void {
  switch (node.type) {
    case 'html':
      checkHtml(node, report);
      break;
    case 'image':
    case 'imageReference':
      report(node, 'La imagen no tiene leyenda', 'Usa ::figura[Leyenda]{src=… alt="…"}');
      break;
    case 'link':
    case 'definition':
      checkLink(node, setting, report);
      break;
    case 'text':
      checkWords(node, report);
  }
}

/** Comments are for whoever writes; nothing else of HTML passes. */
function checkHtml(node: Nodes & { value: string }, report: Report): void {
  if (!/^<!--[\s\S]*-->$/.test(node.value))
    report(node, 'El texto trae HTML', 'Escríbelo en Markdown o con una directiva');
}

function checkLink(node: Nodes & { url: string }, setting: Setting, report: Report): void {
  const target = targetOf(node.url, setting);
  if ('fault' in target) report(node, ...target.fault);
}

function checkWords(node: Nodes & { value: string }, report: Report): void {
  const [note] = /\[\^[^\]\s]+\]/.exec(node.value) ?? [];
  if (note) report(node, `La nota ${note} no está definida`, `Agrega al final «${note}: …»`);
  if (/^:{3,}/m.test(node.value))
    report(node, 'Hay dos puntos de cierre sueltos', 'Un contenedor que contiene otro lleva más dos puntos que él');
}

function checkHeadings(tree: Root, report: Report): void {
  let level = 1;
  visit(tree, 'heading', (heading: Heading) => {
    if (heading.depth === 1)
      report(heading, 'El título de nivel 1 sale de la ficha', 'Usa ## para los títulos del texto');
    else if (heading.depth > level + 1)
      report(heading, `Se salta un nivel de título (del ${level} al ${heading.depth})`, `Usa ${'#'.repeat(level + 1)}`);
    level = heading.depth;
  });
}

function checkFootnotes(tree: Root, report: Report): void {
  const cited = new Set<string>();
  const defined = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteReference', ({ identifier }) => void cited.add(identifier));
  visit(tree, 'footnoteDefinition', (note) => {
    if (defined.has(note.identifier)) report(note, `La nota [^${note.label}] se define dos veces`, 'Deja una sola');
    defined.set(note.identifier, note);
  });
  for (const [identifier, note] of defined)
    if (!cited.has(identifier))
      report(note, `La fuente [^${note.label}] no se cita en el texto`, 'Cítala donde corresponde o quítala');
}

/** A table needs its title; one inside a box is titled by the box. */
function checkTables(tree: Root, report: Report): void {
  for (const node of tree.children)
    if (node.type === 'table') report(node, 'La tabla no tiene título', 'Enciérrala entre :::tabla[Título] y :::');
}
