import fc from 'fast-check';
import { cleanProse, proseText, wordsOf } from './prose.service.ts';

test('nothing that runs, places or dresses a text is left', () => {
  const html =
    '<p id="x" class="y" style="color:red" onclick="z()">Hola <script>alert(1)</script><img src=x onerror=alert(1)>' +
    '<a href="javascript:alert(1)">aquí</a> <a href="https://gob.cl">allá</a></p><iframe src="/"></iframe>';
  expect(cleanProse(html)).toBe(
    '<p>Hola <a rel="nofollow noopener noreferrer">aquí</a> ' +
      '<a href="https://gob.cl" rel="nofollow noopener noreferrer">allá</a></p>',
  );
});

test('words are counted over blocks, signs are not words', () => {
  expect(wordsOf('<p>Dos palabras</p><ul><li>una</li><li>— otra</li></ul>')).toBe(4);
  expect(wordsOf('<p></p>')).toBe(0);
  expect(proseText('<p>a<br>b</p>')).toBe('a b');
});

test('cleaned twice, it is the same', () => {
  const pieces = fc.constantFrom('<p>', '</p>', '<b>', '<ul>', '<li>', '<img src=x>', 'ñandú ', '&lt;', '<');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const once = cleanProse(parts.join(''));
      expect(cleanProse(once)).toBe(once);
    }),
  );
});
