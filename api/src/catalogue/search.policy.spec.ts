import fc from 'fast-check';
import { excerptOf, fold, formsOf, marked, rewritten, swapsOf, wordsOf } from './search.policy.ts';

test.each([
  ['Línea BASE', 'linea base'],
  ['ñandú', 'nandu'],
  ['pingüino', 'pinguino'],
])('%s is compared as %s', (text, folded) => expect(fold(text)).toBe(folded));

test.each([
  ['¿Qué es la línea base?', ['Qué', 'es', 'la', 'línea', 'base']],
  ['Ley 19.175, art. 17', ['Ley', '19.175', 'art', '17']],
  [`a & b | !c:* <-> '('`, ['a', 'b', 'c']],
  ['costo-eficiencia', ['costo', 'eficiencia']],
  ['<script>alert(1)</script>', ['script', 'alert', '1', 'script']],
  ['… ¿?', []],
])('the words of %s', (text, words) => expect(wordsOf(text).map((found) => found.text)).toEqual(words));

test.each([
  ['Líneas', ['lineas', 'linea']],
  ['línea', ['linea', 'lineas']],
  ['luz', ['luz', 'luces']],
  ['luces', ['luces', 'luz']],
  ['planes', ['planes', 'plane', 'plan']],
  ['árbol', ['arbol', 'arboles']],
  ['19.175', ['19.175']],
  ['FI', ['fi']],
])('%s is searched as %j', (text, forms) => expect(formsOf(text)).toEqual(forms));

test('neighbours are swapped one pair at a time', () => {
  expect(wordsOf('Cruso').map(swapsOf)).toEqual([['rcuso', 'curso', 'crsuo', 'cruos']]);
});

test('a query is rewritten only where a word was misspelt', () => {
  const query = 'Zona en desarollo, ¿qué?';
  expect(rewritten(query, wordsOf(query), new Map([[2, 'desarrollo']]))).toBe('Zona en desarrollo, ¿qué?');
});

test('marks fall on the text as it was written', () => {
  expect(marked('La Línea base es la linea.', new Set(['linea', 'base']))).toEqual([
    { text: 'La ', match: false },
    { text: 'Línea base', match: true },
    { text: ' es la ', match: false },
    { text: 'linea', match: true },
    { text: '.', match: false },
  ]);
});

const filler = (count: number) => Array.from({ length: count }, (_, n) => `palabra${n}`).join(' ');
const textOf = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join('');

test('an excerpt shows where most of the words stand', () => {
  const text = `brecha ${filler(60)} la brecha de acceso ${filler(60)}`;
  const excerpt = excerptOf(text, new Set(['brecha', 'acceso']));
  expect(excerpt.filter(({ match }) => match).map((piece) => piece.text)).toEqual(['brecha', 'acceso']);
  expect(textOf(excerpt)).toMatch(/^… palabra55 .* la brecha de acceso palabra0 .* …$/);
  expect(wordsOf(textOf(excerpt))).toHaveLength(30);
});

test('a short text is its own excerpt, and one without a match begins at its beginning', () => {
  expect(excerptOf('Una línea.', new Set(['linea']))).toEqual([
    { text: 'Una ', match: false },
    { text: 'línea', match: true },
    { text: '.', match: false },
  ]);
  expect(textOf(excerptOf(filler(40), new Set()))).toBe(`${filler(30)} …`);
  expect(excerptOf('', new Set(['x']))).toEqual([]);
});

test('pieces together are the text, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, matches) => {
      expect(
        textOf(
          marked(
            text,
            new Set([
              ...matches,
              ...wordsOf(text)
                .slice(0, 2)
                .map(({ folded }) => folded),
            ]),
          ),
        ),
      ).toBe(text);
    }),
  );
});
