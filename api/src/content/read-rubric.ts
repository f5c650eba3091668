import type { PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Criterion } from './content.schema.ts';
import { lineOf } from './page.ts';
import { contentOf, labelOf } from './parts.ts';
import { renderNodes } from './render-text.ts';
import type { Rendering } from './rendering.ts';

export type Box = Extract<RootContent, { type: 'containerDirective' }>;
export type Report = (problem: string, remedy: string, line: number) => void;
type Level = Criterion['levels'][number];

/** In how many degrees each criterion is described. */
const degrees = 4;

export const isBox = (node: RootContent, name: string): node is Box =>
  node.type === 'containerDirective' && node.name === name;

const idOf = ({ attributes }: Box) => attributes?.['id'] ?? '';

/** The criteria of a rubric as written, with whatever is wrong with them told. */
export function criteriaOf(rubric: Box, job: Rendering, report: Report): Criterion[] {
  const boxes = contentOf(rubric).filter((node) => isBox(node, 'criterio'));
  if (boxes.length === 0)
    report('La pauta no tiene criterios', 'Agrega :::criterio[Título]{#clave}; la pauta lleva más dos puntos', lineOf(rubric));
  const ids = boxes.map(idOf);
  for (const [i, box] of boxes.entries())
    if (ids.indexOf(idOf(box)) < i)
      report(`El criterio «${idOf(box)}» se repite`, 'Da a cada criterio una clave propia', lineOf(box));
  return boxes.map((box) => criterionOf(box, job, report));
}

const isTable = (node: RootContent): node is Table => node.type === 'table';

function criterionOf(box: Box, job: Rendering, report: Report): Criterion {
  const rows = contentOf(box).find(isTable)?.children.slice(1) ?? [];
  if (rows.length !== degrees)
    report(
      `El criterio tiene ${rows.length} niveles`,
      'Describe cuatro en una tabla de tres columnas: puntos, nivel y qué se ve',
      lineOf(box),
    );
  const levels = rows.map((row) => levelOf(row, job, report));
  if (!descend(levels))
    report('Los niveles no van del mejor al peor', 'Ordénalos por puntos, de más a menos', lineOf(box));
  const title = toString({ type: 'paragraph', children: labelOf(box) });
  return { id: idOf(box), title, levels, maxPoints: levels[0]?.points ?? 0 };
}

const descend = (levels: Level[]) => levels.every(({ points }, i) => points < (levels[i - 1]?.points ?? Infinity));

function levelOf(row: TableRow, job: Rendering, report: Report): Level {
  const [points, title, described] = row.children.map(({ children }) => children);
  const [written, name] = [wordsOf(points), wordsOf(title)];
  if (!/^\d{1,2}(,\d)?$/.test(written))
    report(`Los puntos «${written}» no sirven`, 'Escribe una cifra, con coma si lleva un decimal', lineOf(row));
  if (!name || !wordsOf(described))
    report('Al nivel le falta su nombre o su descripción', 'Llena las tres columnas', lineOf(row));
  const html = renderNodes([{ type: 'paragraph', children: described ?? [] }], job);
  return { points: Math.round(Number(written.replace(',', '.')) * 1000) || 0, title: name, html };
}

const wordsOf = (children: PhrasingContent[] = []) => toString({ type: 'paragraph', children }).trim();
