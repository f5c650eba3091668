/** What a cell may hold. Numbers are written as they are: a spreadsheet reads no formula in them. */
export type Cell = string | number | null;

/** What a spreadsheet takes for a formula, also full-width, and also after what it skips: spaces, controls, invisible marks, a quote. */
const formula = /^[\s\p{Cc}\p{Cf}"']*[=+\-@＝＋－＠\u2212]|^[\t\r\n]/u;

/** A cell that a spreadsheet shows and does not run. The apostrophe in front is its own sign for «this is text». */
export const guard = (cell: Cell): Cell => (typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell);
