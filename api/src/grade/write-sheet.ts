import ExcelJS from 'exceljs';
import { type Cell, guard } from '../platform/csv.policy.ts';

/** A table as an Excel workbook: notas as numbers with a decimal, text that would run as a formula as text. */
export async function workbookOf(name: string, titles: readonly string[], rows: readonly (readonly Cell[])[]) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name.replace(/[[\]*?:/\\]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', xSplit: 3, ySplit: 1 }],
  });
  sheet.addRow(titles.map(guard));
  for (const cells of rows) {
    const row = sheet.addRow(cells.map((cell) => numberIn(cell) ?? guard(cell)));
    cells.forEach((cell, i) => {
      if (numberIn(cell) !== null) row.getCell(i + 1).numFmt = '0.0';
    });
  }
  sheet.getRow(1).font = { bold: true };
  sheet.columns.forEach((column, i) => {
    column.width = i < 4 ? 22 : 12;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A nota, `4,2`, is a number to a spreadsheet; a RUN is not. */
const numberIn = (cell: Cell) =>
  typeof cell === 'string' && /^[1-7],\d$/.test(cell) ? Number(cell.replace(',', '.')) : null;
