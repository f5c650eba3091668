import type { Element, ElementContent } from 'hast';
import type { Parents, Table, TableCell } from 'mdast';
import type { Handler, State } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { labelOf } from './parts.ts';
import { element, next, type Rendering } from './rendering.ts';

/** A table with its rows named by their first cells, in a frame that scrolls by keyboard when the column is narrow. */
export function renderTable(state: State, node: Table, label: string, caption?: ElementContent[]): Element {
  const [head, ...rows] = node.children;
  const cell = (tag: string, { children }: TableCell, column: number, scope?: string) =>
    element(
      tag,
      { scope, className: node.align?.[column] === 'right' ? ['numeric'] : undefined },
      state.all({ type: 'paragraph', children }),
    );
  const headCells = head?.children.map((child, column) =>
    toString(child) ? cell('th', child, column, 'col') : cell('td', child, column),
  );
  const bodyRows = rows.map(({ children }) =>
    element(
      'tr',
      {},
      children.map((child, column) =>
        column === 0 && toString(child) ? cell('th', child, column, 'row') : cell('td', child, column),
      ),
    ),
  );
  const table = element('table', { className: ['table'] }, [
    ...(caption ? [element('caption', {}, caption)] : []),
    element('thead', {}, [element('tr', {}, headCells ?? [])]),
    element('tbody', {}, bodyRows),
  ]);
  const frame = { className: ['scroll-x'], tabIndex: 0, role: 'region', ariaLabel: `${label}, desplazable` };
  return element('div', frame, [table]);
}

/** A table inside a box has no number: it is named by the box. */
export const tableHandler =
  (job: Rendering): Handler =>
  (state, node: Table, parent: Parents | undefined) => {
    const box = parent?.type === 'containerDirective' ? toString({ type: 'paragraph', children: labelOf(parent) }) : '';
    const number = next(job, 'tabla sin título');
    return renderTable(state, node, `Tabla sin número ${number}${box && ` en «${box}»`}`);
  };
