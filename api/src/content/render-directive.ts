import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { Handler, Handlers, State } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { type DirectiveName, directives } from './directives.policy.ts';
import { addressOf } from './image.ts';
import { imageOf } from './library.ts';
import { lineOf } from './page.ts';
import { contentOf, labelOf } from './parts.ts';
import { renderFormula } from './render-formula.ts';
import { renderSelfCheck } from './render-self-check.ts';
import { renderTable } from './render-table.ts';
import { element, next, type Rendering } from './rendering.ts';

type Directive = Extract<Nodes, { type: `${string}Directive` }>;
type Render = (state: State, node: Directive, job: Rendering) => ElementContent;

/*
 * The markup, for whoever styles or enhances it:
 *
 *   ten-presente    <aside class="notice" role="note" aria-label="Ten presente"><div><strong>…</strong> …
 *   ejemplo         <aside class="notice example" role="note" …><div><strong>Ejemplo (ficticio) · Título</strong> …
 *   definicion      <aside class="notice definition" role="note" …><div><strong>Término</strong> …
 *   para-el-lunes   <aside class="notice success monday" role="note" …><div><strong>Para el lunes</strong> …
 *   caso            <div class="box case" role="group" aria-label="Caso: Título"><p class="box-title"><span class="meta">Caso</span> <strong>Título</strong></p> …
 *   ejercicio       <div class="box exercise" role="group" …>, the same, with the model inside:
 *   modelo          <details class="model"><summary>Ver una respuesta modelo</summary> …
 *   figura          <figure id="figura-1"><img src="/api/blobs/<sha>.svg" …><figcaption><strong>Figura 1.</strong> …
 *   tabla           <div class="scroll-x" id="tabla-1" tabindex="0" role="region" aria-label="Tabla 1, desplazable"><table class="table"><caption><strong>Tabla 1.</strong> …
 *   formula         <div class="formula" role="math" aria-label="Lectura en palabras"> … <sub>, <sup>
 *   termino         <a class="term" data-term="linea-base" href="/glosario#linea-base">
 *   norma           <cite class="norm" data-reviewed="2026-11-22">Ley 19.175, artículo 17, letra i</cite>
 *   comprueba       see render-self-check.ts
 *
 * Links to a lesson carry data-unit="<course key>/<unit key>", so that a room may lead within itself. Numeric cells have
 * class="numeric". Paragraphs of publications start with <a class="ref" href="#p-12">4.12</a>. Sources end the text:
 * <section class="footnotes" data-footnotes><h2 id="fuentes">Fuentes</h2><ol> … <a class="data-footnote-backref" …>↩</a>
 */

const wordsOf = (node: Directive) => toString({ type: 'paragraph', children: labelOf(node) });
const label = (state: State, node: Directive) => state.all({ type: 'paragraph', children: labelOf(node) });
const content = (state: State, node: Directive) => state.all({ type: 'root', children: contentOf(node) });

const notice =
  (classes: string[], kind: string, join = false): Render =>
  (state, node) => {
    const written = wordsOf(node);
    const name = join && written ? `${kindOf(node, kind)} · ` : written ? '' : kindOf(node, kind);
    const title = element('strong', {}, [name, ...label(state, node)]);
    const ariaLabel = written && join ? `${kindOf(node, kind)}: ${written}` : written || kindOf(node, kind);
    const className = ['notice', ...classes];
    return element('aside', { className, role: 'note', ariaLabel }, [
      element('div', {}, [title, ...content(state, node)]),
    ]);
  };

const kindOf = (node: Directive, kind: string) => (node.attributes?.['ficticio'] == null ? kind : `${kind} ficticio`);

const box =
  (name: string, kind: string): Render =>
  (state, node) => {
    const title = element('p', { className: ['box-title'] }, [
      element('span', { className: ['meta'] }, [kind]),
      ' ',
      element('strong', {}, label(state, node)),
    ]);
    const frame = { className: ['box', name], role: 'group', ariaLabel: `${kind}: ${wordsOf(node)}` };
    return element('div', frame, [title, ...content(state, node)]);
  };

const figure: Render = (state, node, job) => {
  const image = imageOf(node.attributes?.['src'] ?? '', job);
  if ('fault' in image) return { type: 'text', value: '' };
  const number = next(job, 'figura');
  const { media, width, height } = image;
  job.media.set(media.sha, media);
  const src = addressOf(media);
  const alt = node.attributes?.['alt'] ?? '';
  const name = element('strong', {}, [`Figura ${job.prefix}${number}.`]);
  return element('figure', { id: `figura-${number}` }, [
    element('img', { src, width, height, alt, loading: 'lazy' }, []),
    element('figcaption', {}, [name, ' ', ...label(state, node)]),
  ]);
};

const table: Render = (state, node, job) => {
  const [first] = contentOf(node);
  if (first?.type !== 'table') return element('div', {}, content(state, node));
  const number = next(job, 'tabla');
  const name = `Tabla ${job.prefix}${number}`;
  const caption = [element('strong', {}, [`${name}.`]), { type: 'text' as const, value: ' ' }, ...label(state, node)];
  const frame = renderTable(state, first, name, caption);
  return { ...frame, properties: { id: `tabla-${number}`, ...frame.properties } };
};

const term: Render = (state, node, job) => {
  const id = node.attributes?.['id'] ?? '';
  job.terms.add(id);
  return element('a', { className: ['term'], dataTerm: id, href: `/glosario#${id}` }, label(state, node));
};

const norm: Render = (state, node, job) => {
  const { articulo: article, revisada: reviewedOn = '' } = node.attributes ?? {};
  const name = wordsOf(node);
  const cited = { norm: name, article: article ?? null, reviewedOn: reviewedOn ?? '' };
  job.norms.set(JSON.stringify(cited), cited);
  const words = article ? [...label(state, node), `, artículo ${article}`] : label(state, node);
  return element('cite', { className: ['norm'], dataReviewed: reviewedOn ?? '' }, words);
};

const renders: Record<DirectiveName, Render> = {
  'ten-presente': notice([], 'Ten presente'),
  ejemplo: notice(['example'], 'Ejemplo', true),
  definicion: notice(['definition'], 'Definición'),
  'para-el-lunes': notice(['success', 'monday'], 'Para el lunes', true),
  caso: box('case', 'Caso'),
  ejercicio: box('exercise', 'Ejercicio'),
  modelo: (state, node) =>
    element('details', { className: ['model'] }, [
      element('summary', {}, ['Ver una respuesta modelo']),
      ...content(state, node),
    ]),
  figura: figure,
  tabla: table,
  termino: term,
  norma: norm,
  comprueba: (state, node, job) => renderSelfCheck(state, labelOf(node), contentOf(node), next(job, 'comprueba')),
  formula: (_, node, { page }) => renderFormula(wordsOf(node), contentOf(node), page.body, lineOf(node)),
};

/** What mdast-util-to-hast asks for each directive. One that has no place here leaves no trace. */
export function directiveHandlers(job: Rendering): Handlers {
  const handle: Handler = (state, node: Directive): Element['children'] => {
    const known = Object.hasOwn(directives, node.name);
    return known ? [renders[node.name as DirectiveName](state, node, job)] : [];
  };
  return { textDirective: handle, leafDirective: handle, containerDirective: handle };
}
