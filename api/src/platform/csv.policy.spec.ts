import fc from 'fast-check';
import { type Cell, guard } from './csv.policy.ts';

test.each([
  '=1+1',
  '+56 9 1234 5678',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\ttexto',
  '\rtexto',
  '\ntexto',
  '  =1',
  '\u00a0=1',
  '\u200b=1',
  '\u0000=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '−1',
  '"=1',
  "'=1",
  '=cmd|/c calc!A0',
])('%j is shown, not run', (cell) => expect(guard(cell)).toBe(`'${cell}`));

test.each<Cell>(['Ana', '5,1', 'a=b', '2026-000123', 'ana@gore.cl', ' texto', '', null, -3, 0])(
  '%j stays as it is',
  (cell) => expect(guard(cell)).toBe(cell),
);

test('what is not guarded stays, and nothing guarded opens a formula', () => {
  const text = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', ' ', '\t', '\r', '\u200b', 'ñ', '1'),
  });
  fc.assert(
    fc.property(text, (text) => {
      const guarded = String(guard(text));
      expect(guarded === text || guarded === `'${text}`).toBe(true);
      expect(guarded).not.toMatch(/^[\s\u200b]*[=+\-@＝＋－＠]/);
    }),
  );
});
