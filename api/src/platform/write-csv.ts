import { stringify } from 'csv-stringify/sync';
import { type Cell, guard } from './csv.policy.ts';

/**
 * A table that Excel in Chile opens with a double click: semicolons, since the comma is decimal, a BOM, so that ñ is ñ,
 * and lines that end as in Windows. Text that would run as a formula is shown as text.
 */
export const csvOf = (titles: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify(
    [titles, ...rows].map((row) => row.map(guard)),
    { delimiter: ';', bom: true, record_delimiter: 'windows' },
  );
