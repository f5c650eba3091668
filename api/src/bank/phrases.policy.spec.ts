import fc from 'fast-check';
import { mapPhrases, mediaOf, phrasesOf, plainOf, wordsOf } from './phrases.policy.ts';

const body = {
  kind: 'single',
  prompt: '<p>¿Qué es una <strong>brecha</strong>?</p>',
  options: [
    { id: 'a', html: 'Una distancia &#x26; más' },
    { id: 'b', html: 'Nada' },
  ],
};

it('finds each phrase, in order, and leaves ids alone', () => {
  expect(phrasesOf(body)).toEqual([body.prompt, 'Una distancia &#x26; más', 'Nada']);
  const shouted = mapPhrases(body, (html) => html.toUpperCase());
  expect(shouted.options).toEqual([
    { id: 'a', html: 'UNA DISTANCIA &#X26; MÁS' },
    { id: 'b', html: 'NADA' },
  ]);
  expect(mapPhrases({ feedback: null, optionFeedback: { a: 'sí' } }, () => 'x')).toEqual({
    ...{ feedback: null, optionFeedback: { a: 'x' } },
  });
});

it('reads the words of HTML', () => {
  expect(plainOf(body)).toBe('¿Qué es una brecha ? Una distancia & más Nada');
  expect(wordsOf('a&nbsp;b &lt;c&gt; &#xf1;')).toBe('a b <c> ñ');
});

it('changes nothing where nothing is changed', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => expect(mapPhrases(value, (html) => html)).toEqual(value)));
});

it('finds the pictures', () => {
  const sha = 'a'.repeat(64);
  expect(mediaOf({ prompt: `<img src="/api/blobs/${sha}.png">`, picture: { src: `/api/blobs/${sha}.png` } })).toEqual([
    sha,
  ]);
});
