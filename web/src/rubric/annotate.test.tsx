import fc from 'fast-check';
import { anchorOf, annotate, blocksOf, locate, sentencesOf, wordsOf } from './annotate.ts';

const html =
  '<p>En el sector viven <em>42 familias</em>. El camino se corta.</p>\n<ul><li>Agua &amp; luz</li><li>Ronda</li></ul><p>Fin.</p>';

/** The words as a browser shows them, block by block. */
function shownIn(blocks: readonly { html: string }[]): string {
  return blocks
    .map((block) => {
      const place = document.createElement('div');
      place.innerHTML = block.html;
      for (const number of place.querySelectorAll('sup')) number.remove();
      return place.textContent;
    })
    .join('');
}

test('counts the words as the browser shows them, in blocks', () => {
  expect(blocksOf(html).map((block) => block.html)).toEqual([
    '<p>En el sector viven <em>42 familias</em>. El camino se corta.</p>',
    '<ul><li>Agua &amp; luz</li><li>Ronda</li></ul>',
    '<p>Fin.</p>',
  ]);
  expect(wordsOf(html)).toBe('En el sector viven 42 familias. El camino se corta.Agua & luzRondaFin.');
  expect(shownIn(blocksOf(html))).toBe(wordsOf(html));
  expect(blocksOf('Suelto <b>y</b> solo<p>Uno</p>').map((block) => block.html)).toEqual([
    'Suelto <b>y</b> solo',
    '<p>Uno</p>',
  ]);
});

test('marks a passage across tags, and numbers it where it ends', () => {
  const [block] = annotate(html, [{ n: 1, start: 13, end: 34 }]);
  expect(block?.html).toBe(
    '<p>En el sector <mark>viven </mark><em><mark>42 familias</mark></em><mark>. El</mark><sup class="mark-ref" data-n="1">1</sup> camino se corta.</p>',
  );
  expect(block?.numbers).toEqual([1]);
});

const text = fc.stringMatching(/^[a-zñ &<>"áéí.\u00a0]{1,40}$/);
const inline = fc.tuple(fc.constantFrom('', 'em', 'strong', 'a'), text).map(([tag, words]) => {
  const safe = words
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\u00a0/g, '&nbsp;');
  return tag ? `<${tag}>${safe}</${tag}>` : safe;
});
const documents = fc
  .array(fc.tuple(fc.constantFrom('p', 'h3', 'blockquote'), fc.array(inline, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((blocks) => blocks.map(([tag, parts]) => `<${tag}>${parts.join('')}</${tag}>`).join('\n'));
const passagesIn = (html: string) => {
  const { length } = wordsOf(html);
  return fc.array(
    fc
      .tuple(fc.nat(length - 1), fc.nat(length - 1))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 })),
    { maxLength: 4 },
  );
};
const annotated = documents.chain((html) => fc.tuple(fc.constant(html), passagesIn(html)));

test('whatever is marked, the words stay as they were, and every render is the same', () => {
  fc.assert(
    fc.property(annotated, ([html, passages]) => {
      const numbered = passages.map((passage, i) => ({ ...passage, n: i + 1 }));
      const blocks = annotate(html, numbered);
      expect(shownIn(blocks)).toBe(wordsOf(html));
      expect(annotate(html, numbered)).toEqual(blocks);
      expect(blocks.flatMap(({ numbers }) => numbers).sort()).toEqual(numbered.map(({ n }) => n));
    }),
  );
});

test('finds every passage again in the same text, and, with other words before it, where it has moved', () => {
  fc.assert(
    fc.property(annotated, text, ([html, passages], more) => {
      const words = wordsOf(html);
      for (const passage of passages) {
        const anchor = anchorOf(words, passage);
        expect(locate(words, anchor)).toEqual(passage);
        const moved = locate(`${more}|${words}`, anchor);
        expect(moved && `${more}|${words}`.slice(moved.start, moved.end)).toBe(anchor.quote);
      }
    }),
  );
});

test('of several places with the same words takes the one with the same words around; none is none', () => {
  const words = 'el camino se corta. el camino se corta siempre.';
  const anchor = anchorOf(words, { start: 20, end: 29 });
  const moved = `Nuevo: ${words}`;
  expect(locate(moved, anchor)).toEqual({ start: 27, end: 36 });
  expect(locate('otra cosa', anchor)).toBeNull();
});

test('gives sentences to choose from', () => {
  const words = wordsOf(html);
  expect(sentencesOf(html).map(({ start, end }) => words.slice(start, end))).toEqual([
    'En el sector viven 42 familias.',
    'El camino se corta.',
    'Agua & luzRonda',
    'Fin.',
  ]);
});
