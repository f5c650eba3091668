import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { guard } from './csv.policy.ts';
import { csvOf } from './write-csv.ts';

test('a table is what Excel in Chile expects', () => {
  expect(
    csvOf(
      ['Nombre', 'Nota', 'Avance'],
      [
        ['Íñigo Ñancupil', '5,1', 74],
        ['María; «Pía»', null, 0],
      ],
    ),
  ).toBe('\ufeffNombre;Nota;Avance\r\nÍñigo Ñancupil;5,1;74\r\n"María; «Pía»";;0\r\n');
});

test('titles are guarded too', () => expect(csvOf(['=x'], [])).toBe("\ufeff'=x\r\n"));

test('every cell comes back, guarded or as it was, and none opens a formula', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ';', '"', '\n', '\r', ' ', 'ñ', '\t') }),
  );
  const cell = fc.oneof(text, fc.integer(), fc.constant(null));
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 })
        .map((rows) => ({ width, rows })),
    );
  fc.assert(
    fc.property(table, ({ width, rows }) => {
      const titles = Array.from({ length: width }, (_, i) => `Columna ${i}`);
      const back: string[][] = parse(csvOf(titles, rows), { delimiter: ';', bom: true, record_delimiter: '\r\n' });
      expect(back).toEqual([titles, ...rows.map((row) => row.map((cell) => String(guard(cell) ?? '')))]);
      const texts = back
        .filter((_, line) => line > 0)
        .flatMap((row, line) => row.filter((_, i) => typeof rows[line]?.[i] === 'string'));
      for (const text of texts) expect(text).not.toMatch(/^\s*[=+\-@]/);
    }),
    { numRuns: 300 },
  );
});
