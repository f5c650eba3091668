import type { FootnoteDefinition, RootContent } from 'mdast';
import { parse } from 'csv-parse/sync';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import { readCard } from './card.ts';
import type { Glossary, GlossaryEntry, Publication, Topics } from './content.schema.ts';
import { ComunaRow, SearchesFile, TopicsFile } from './front-matter.schema.ts';
import type { Setting } from './library.ts';
import { idOf, lineOf } from './page.ts';
import type { Problems } from './problems.ts';
import { plain } from './plain-text.ts';
import { renderNodes } from './render-text.ts';
import { element, rendering } from './rendering.ts';
import { filesOf, type SourceText } from './source-folder.ts';

/** Topics in their written order. */
export function readTopics(file: SourceText, problems: Problems): Topics | null {
  const read = readCard(file.path, file.text, TopicsFile, problems);
  return read && { topics: Object.entries(read).map(([key, name]) => ({ key, name })), files: filesOf(file) };
}

/** The terms: what stands under each heading of level two. */
export function readGlossary(setting: Setting): Glossary {
  const { page, problems } = setting;
  const sections: { heading: Extract<RootContent, { type: 'heading' }>; nodes: RootContent[] }[] = [];
  const notes = new Map<string, FootnoteDefinition>();
  for (const node of page.tree.children) {
    if (node.type === 'heading' && node.depth === 2) sections.push({ heading: node, nodes: [] });
    else if (node.type === 'footnoteDefinition') notes.set(node.identifier, node);
    else sections.at(-1)?.nodes.push(node);
  }
  const terms = sections.map(({ heading, nodes }): GlossaryEntry => {
    const definition = nodes[0] ? plain(nodes[0]).trim() : '';
    if (!definition) problems.add(page.path, lineOf(heading), 'El término no tiene definición', 'Escríbela debajo');
    return { id: idOf(heading), term: toString(heading).trim(), definition, html: entryOf(nodes, notes, setting) };
  });
  return { terms, files: filesOf(page) };
}

/** A definition followed by its sources in a line: on a page of many terms, numbered notes would collide. */
function entryOf(nodes: RootContent[], notes: Map<string, FootnoteDefinition>, setting: Setting): string {
  const cited = new Set<string>();
  const bare = structuredClone(nodes);
  visit({ type: 'root', children: bare }, 'footnoteReference', (node, index, parent) => {
    cited.add(node.identifier);
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  const sources = [...cited].flatMap((id) => notes.get(id)?.children.flatMap(phrases) ?? []);
  const source: RootContent = {
    type: 'paragraph',
    children: [{ type: 'text', value: 'Fuente: ' }, ...sources],
    data: { hProperties: element('p', { className: ['meta'] }, []).properties },
  };
  const blocks = sources.length > 0 ? [...bare, source] : bare;
  const html = renderNodes(blocks, rendering(setting));
  return blocks.length === 1 ? `<p>${html}</p>` : html;
}

const phrases = (node: RootContent) =>
  node.type === 'paragraph' ? [...node.children, { type: 'text' as const, value: ' ' }] : [];

/** The rows of comunas.csv. */
export function readComunas(file: SourceText, problems: Problems): z.infer<typeof ComunaRow>[] | null {
  try {
    const rows: unknown = parse(file.text, { columns: true, skip_empty_lines: true });
    const { data, error } = z.array(ComunaRow).safeParse(rows, { error: z.locales.es().localeError });
    if (data) return data;
    for (const { path, message } of error.issues)
      problems.add(
        file.path,
        Number(path[0] ?? -1) + 2,
        `«${path.slice(1).join('.')}» no sirve: ${message}`,
        'Corrige la fila',
      );
  } catch (error) {
    problems.add(
      file.path,
      1,
      `El CSV no se entiende (${String(error)})`,
      'Revisa comas, comillas y número de columnas',
    );
  }
  return null;
}

/** The searches that tests try speak of publications and chapters that exist. */
export function checkSearches(file: SourceText, publications: Publication[], problems: Problems): void {
  const searches = readCard(file.path, file.text, SearchesFile, problems) ?? [];
  const known = new Set(
    publications.flatMap(({ key, chapters }) => [key, ...chapters.map((one) => `${key}/${one.key}`)]),
  );
  for (const { primero, consulta } of searches)
    if (!known.has(primero))
      problems.add(file.path, 1, `«${consulta}» espera «${primero}», que no existe`, 'Usa id, o id-manual/id-capitulo');
}
