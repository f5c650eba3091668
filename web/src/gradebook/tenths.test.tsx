import { moved } from './use-cells.ts';
import { tenthsOf } from './tenths.ts';

test.each([
  ['4,2', 42],
  [' 4.2 ', 42],
  ['7', 70],
  ['7,1', null],
  ['0,9', null],
  ['4,25', null],
  ['', null],
  ['cuatro', null],
])('«%s» is %p', (text, tenths) => expect(tenthsOf(text)).toBe(tenths));

test.each([
  ['ArrowDown', false, { row: 3, column: 1 }],
  ['ArrowLeft', false, { row: 2, column: 0 }],
  ['PageDown', false, { row: 4, column: 1 }],
  ['PageUp', false, { row: 0, column: 1 }],
  ['Home', false, { row: 2, column: 0 }],
  ['End', false, { row: 2, column: 3 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 4, column: 3 }],
  ['x', false, undefined],
])('%s (with Control: %p) goes to %p', (key, far, to) =>
  expect(moved(key, far, { row: 2, column: 1 }, { rows: 5, columns: 4 })).toEqual(to),
);
