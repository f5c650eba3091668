import { type KeyboardEvent, type RefObject, useCallback, useState } from 'react';

type Place = { row: number; column: number };
type Bounds = { rows: number; columns: number };

const page = 10;
const moves: Record<string, (at: Place, bounds: Bounds, far: boolean) => Place> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - page, column }),
  PageDown: ({ row, column }) => ({ row: row + page, column }),
  Home: ({ row }, _, far) => ({ row: far ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, far) => ({ row: far ? rows - 1 : row, column: columns - 1 }),
};

/** Where the focus may go from here by this key, within the table; undefined where the key moves nothing. */
export function moved(key: string, far: boolean, at: Place, { rows, columns }: Bounds): Place | undefined {
  const to = moves[key]?.(at, { rows, columns }, far);
  const within = (n: number, size: number) => Math.max(0, Math.min(size - 1, n));
  return to && { row: within(to.row, rows), column: within(to.column, columns) };
}

const find = (table: HTMLElement | null, { row, column }: Place) =>
  table?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);

/** Focuses a cell once it is drawn: a row that was scrolled to comes a moment later. */
function focusSoon(table: HTMLElement | null, at: Place, tries = 20): void {
  const cell = find(table, at);
  if (cell) cell.focus();
  else if (tries > 0) requestAnimationFrame(() => focusSoon(table, at, tries - 1));
}

/**
 * The focus within a grid: one cell at a time can be reached by Tab, the arrows do the rest. `typed` hears a digit on a
 * cell, with which its nota begins to be changed.
 */
export function useCells(
  table: RefObject<HTMLElement | null>,
  bounds: Bounds,
  { show, typed }: { show: (row: number) => void; typed: (at: Place, digit: string) => void },
) {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { row, column } = (event.target as HTMLElement).dataset;
      if (row === undefined || column === undefined || event.altKey || event.metaKey) return;
      const at = { row: Number(row), column: Number(column) };
      const to = moved(event.key, event.ctrlKey, at, bounds);
      if (to) {
        event.preventDefault();
        setActive(to);
        show(to.row);
        focusSoon(table.current, to);
      } else if (/^[1-7]$/.test(event.key) && !event.ctrlKey) {
        event.preventDefault();
        typed(at, event.key);
      }
    },
    [bounds, show, table, typed],
  );
  return { active, setActive, onKeyDown };
}
