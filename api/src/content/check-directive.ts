import type { Nodes, Parents } from 'mdast';
import { colons, directives, isQuestion, questionOfPiece, ruleOf, taskDirectives } from './directives.policy.ts';
import { imageOf, type Setting } from './library.ts';
import { faultsOf } from './options.ts';
import { lineOf } from './page.ts';
import { contentOf, labelOf } from './parts.ts';

export type Directive = Extract<Nodes, { type: `${string}Directive` }>;
type Report = (problem: string, remedy: string, line?: number) => void;
type Rule = NonNullable<ReturnType<typeof ruleOf>>;

/** Looks for what a directive may have wrong: its name, place, label, attributes and what it holds. */
export function checkDirective(node: Directive, parent: Parents | undefined, setting: Setting): void {
  const { page, problems } = setting;
  const report: Report = (problem, remedy, line = lineOf(node)) => problems.add(page.path, line, problem, remedy);
  const rule = ruleOf(node.name);
  if (!rule) report(`La directiva «${node.name}» no existe`, `Usa una de: ${Object.keys(directives).join(', ')}`);
  else if (node.type !== rule.form)
    report(`«${node.name}» se escribe de otra forma`, `Escribe ${colons[rule.form]}${node.name}`);
  else checkKnown(node, rule, parent, setting, report);
}

function checkKnown(node: Directive, rule: Rule, parent: Parents | undefined, setting: Setting, report: Report): void {
  checkPlace(node, parent, setting, report);
  checkLabel(node, rule, report);
  checkAttributes(node, rule, report);
  if (node.type === 'containerDirective') checkClosing(node, setting, report);
  contents[node.name]?.(node, setting, report);
}

function checkPlace(node: Directive, parent: Parents | undefined, { page }: Setting, report: Report): void {
  if (node.name === 'modelo' && !isBox(parent, 'ejercicio'))
    report('«modelo» está fuera de un ejercicio', 'Ponlo dentro de ::::ejercicio[…], que lleva cuatro dos puntos');
  checkTaskPlace(node.name, parent, page.place.kind, report);
  checkPlaceOfQuestion(node, page.place.kind === 'evaluation', parent?.type === 'root', report);
}

function checkPlaceOfQuestion({ name }: Directive, inEvaluation: boolean, atTop: boolean, report: Report): void {
  const place = questionOfPiece(name);
  if (place && !inEvaluation)
    report(`«${name}» está fuera de una pregunta`, `Va dentro de :::${place}, en evaluacion.md`);
  if (isQuestion(name) && !(inEvaluation && atTop))
    report('La pregunta está fuera de lugar', 'Las preguntas van sueltas en evaluacion.md');
}

const isManual = (node: Parents | undefined) =>
  node?.type === 'containerDirective' && ['ensayo', 'archivo'].includes(node.name);

function checkTaskPlace(name: string, parent: Parents | undefined, place: string, report: Report): void {
  if (!Object.hasOwn(taskDirectives, name) || isInTask(name, parent, place)) return;
  if (name !== 'pauta')
    report(`«${name}» está fuera de lugar`, 'La pauta y la muestra van en tarea.md; los criterios, en la pauta');
  else if (!isManual(parent))
    report('«pauta» está fuera de una tarea, un ensayo o un archivo', 'Ponla en tarea.md, o dentro de ::::ensayo');
}

const isInTask = (name: string, parent: Parents | undefined, place: string) =>
  place === 'task' && (name === 'criterio' ? isBox(parent, 'pauta') : parent?.type === 'root');
const isBox = (node: Parents | undefined, name: string) => node?.type === 'containerDirective' && node.name === name;

function checkLabel(node: Directive, rule: Rule, report: Report): void {
  const label = labelOf(node).length > 0;
  const sample = `${colons[rule.form]}${node.name}[…]`;
  if (rule.label === 'required' && !label) report(`«${node.name}» no tiene texto entre corchetes`, `Escribe ${sample}`);
  if (rule.label === 'none' && label) report(`«${node.name}» no lleva texto entre corchetes`, 'Pasa ese texto adentro');
}

function checkAttributes(node: Directive, { attributes, needs = [] }: Rule, report: Report): void {
  const given = node.attributes ?? {};
  const strange = Object.keys(given).filter((name) => !attributes.includes(name));
  for (const name of strange) report(`«${node.name}» no admite «${name}»`, `Admite: ${listed(attributes)}`);
  for (const name of needs.filter((need) => !given[need]?.trim()))
    report(`A «${node.name}» le falta «${name}»`, `Agrega ${name === 'id' ? '{#clave}' : `{${name}="…"}`}`);
}

const listed = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'ningún atributo');

/** A container that nothing closes swallows the rest of the file. */
function checkClosing({ name, position }: Directive, { page }: Setting, report: Report): void {
  if (!position) return;
  const end = page.body.split('\n')[position.end.line - 1] ?? '';
  if (position.end.line === position.start.line || !/(^|[\s>]):{3,}\s*$/.test(end))
    report(`«${name}» no se cierra`, 'Ciérralo con sus dos puntos; el de afuera lleva más que el de adentro');
}

/** What each directive must hold. */
const contents: Record<string, (node: Directive, setting: Setting, report: Report) => void> = {
  figura: (node, setting, report) => {
    const src = node.attributes?.['src'];
    const image = src ? imageOf(src, setting) : undefined;
    if (image && 'fault' in image) report(...image.fault);
  },
  termino: (node, { library }, report) => {
    const id = node.attributes?.['id'];
    if (id && !library.terms.has(id))
      report(`El término «${id}» no está en el glosario`, 'Corrige la clave o agrégalo a glosario.md');
  },
  norma: (node, _, report) => {
    const date = node.attributes?.['revisada'];
    if (date && !isDate(date)) report(`La fecha «${date}» no sirve`, 'Escribe revisada=aaaa-mm-dd');
  },
  tabla: (node, _, report) => {
    const content = contentOf(node);
    if (content.length !== 1 || content[0]?.type !== 'table')
      report('«tabla» contiene otra cosa que una tabla', 'Deja dentro una sola tabla de Markdown');
  },
  comprueba: (node, _, report) => {
    const list = contentOf(node).find(({ type }) => type === 'list');
    for (const { line, fault } of faultsOf(list, true)) report(...fault, line || lineOf(node));
  },
  formula: (node, _, report) => {
    if (contentOf(node).length === 0) report('La fórmula está vacía', 'Escríbela en su propia línea');
  },
  ejercicio: (node, _, report) => {
    if (!contentOf(node).some((child) => child.type === 'containerDirective' && child.name === 'modelo'))
      report('El ejercicio no tiene respuesta modelo', 'Agrega un :::modelo dentro');
  },
};

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
