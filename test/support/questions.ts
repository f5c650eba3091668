import fc from 'fast-check';
import { cleanHtml, escapeHtml } from '../../api/src/content/foreign-html.service.ts';
import type { AnswerKey, QuestionBody } from '../../api/src/content/question.schema.ts';
import type { ExchangeQuestion } from '../../api/src/interchange/exchange.schema.ts';

/** Signs that mean something in one format or another. */
const signs = [
  '~',
  '=',
  '#',
  '{',
  '}',
  ':',
  '\\',
  '%',
  '*',
  '->',
  '=>',
  '|',
  ';',
  ',',
  '"',
  "'",
  '<',
  '&',
  '>',
  '[',
  ']',
  '`',
  '_',
  '$',
];
const words = [
  'ñandú',
  'uno',
  'dos',
  '€',
  '[html]',
  '//',
  '1)',
  'ANSWER: A',
  ':::',
  '[[1]]',
  '&amp;',
  '@',
  '-',
  '+',
  '\u{1f600}',
];
export const text = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...signs)), { minLength: 1, maxLength: 6 })
  .map((parts) => `x${parts.join(' ')}x`);
export const plain = fc.constantFrom('uno', 'dos palabras', 'ñandú', 'Arica y Parinacota', 'tres, cuatro');
const clean = (html: string) => cleanHtml(html, { image: () => null, lose: () => undefined }) ?? '';
const htmlOf = (source: fc.Arbitrary<string>) =>
  fc.tuple(source, fc.constantFrom('', 'strong', 'em')).map(([words, tag]) => {
    const html = escapeHtml(words);
    return clean(tag ? `Di <${tag}>${html}</${tag}> ya` : html);
  });

const decimal = fc.integer({ min: -99_999, max: 99_999 }).map((n) => String(n / 100));
const margin = fc.record({
  tolerance: fc.integer({ min: 0, max: 500 }).map((n) => String(n / 100)),
  relative: fc.boolean(),
});
const ids = (most: number) =>
  fc.uniqueArray(fc.constantFrom('ley', 'reg', 'ofi', 'dec', 'acta', 'plan'), { minLength: 2, maxLength: most });
const matches = fc.record({ matchCase: fc.boolean(), matchAccents: fc.boolean() });

/** Questions of each kind, over texts of one sort. */
export function arbitraries(source: fc.Arbitrary<string>) {
  const html = htmlOf(source);
  const options = (most = 4) =>
    fc
      .tuple(ids(most), fc.uniqueArray(html, { minLength: most, maxLength: most }))
      .map(([names, texts]) => names.map((id, i) => ({ id, html: texts[i]! })));
  const accepted = fc.uniqueArray(
    source.map((words) => words.trim()),
    { minLength: 1, maxLength: 3 },
  );
  const withFeedback = fc.record({ feedback: fc.option(html), said: fc.option(html) });
  type Made = { body: QuestionBody; key: Record<string, unknown> };
  const sortedById = <T extends { id: string }>(items: T[]) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const made: Record<QuestionBody['kind'], fc.Arbitrary<Made>> = {
    single: fc
      .tuple(html, options())
      .map(([prompt, list]) => ({ body: { kind: 'single', prompt, options: list }, key: { correct: list[0]!.id } })),
    multiple: fc
      .tuple(html, options(), fc.constantFrom('net', 'each', 'only_right', 'exact'))
      .map(([prompt, list, credit]) => ({
        body: { kind: 'multiple', prompt, options: list },
        key: { correct: list.slice(1).map(({ id }) => id), credit },
      })),
    true_false: fc
      .tuple(html, fc.boolean())
      .map(([prompt, correct]) => ({ body: { kind: 'true_false', prompt }, key: { correct } })),
    numeric: fc.tuple(html, decimal, margin, fc.option(plain)).map(([prompt, value, near, unit]) => ({
      body: { kind: 'numeric', prompt, unit },
      key: { value, ...near },
    })),
    short: fc
      .tuple(html, accepted, matches)
      .map(([prompt, texts, rules]) => ({ body: { kind: 'short', prompt }, key: { accepted: texts, ...rules } })),
    matching: fc.tuple(html, options(3), options(4)).map(([prompt, left, right]) => ({
      body: {
        kind: 'matching',
        prompt,
        left: left.map(({ id, html: one }) => ({ id: `l-${id}`, html: one })),
        right: sortedById(right),
      },
      key: { pairs: Object.fromEntries(left.map(({ id }, i) => [`l-${id}`, right[i % right.length]!.id])) },
    })),
    ordering: fc.tuple(html, options()).map(([prompt, items]) => ({
      body: { kind: 'ordering', prompt, items: sortedById(items) },
      key: { order: items.map(({ id }) => id) },
    })),
    gaps: fc
      .tuple(html, html, options(3), accepted, matches, decimal, margin)
      .map(([prompt, words, list, texts, rules, value, near]) => ({
        body: {
          kind: 'gaps',
          prompt,
          parts: [
            { type: 'html', html: `${words} ` },
            { type: 'text', id: 'doc' },
            { type: 'html', html: ' y ' },
            { type: 'number', id: 'km' },
            { type: 'html', html: ' en ' },
            { type: 'choice', id: 'norma', options: list },
          ],
        },
        key: {
          gaps: {
            doc: { type: 'text', accepted: texts, ...rules },
            km: { type: 'number', value, ...near },
            norma: { type: 'choice', correct: list[0]!.id },
          },
        },
      })),
    categorise: fc.tuple(html, options(3), options(3)).map(([prompt, items, bins]) => ({
      body: {
        kind: 'categorise',
        prompt,
        items: items.map(({ id, html: one }) => ({ id: `l-${id}`, html: one })),
        bins: sortedById(bins),
      },
      key: { bins: Object.fromEntries(items.map(({ id }) => [`l-${id}`, bins[0]!.id])) },
    })),
    hotspot: html.map((prompt) => ({
      body: {
        kind: 'hotspot',
        prompt,
        picture: { src: `/api/blobs/${dot.sha}.png`, width: 1, height: 1, alt: 'Un punto' },
        areas: [
          { id: 'uno', name: 'El uno', shape: { type: 'rectangle', from: { x: 1, y: 2 }, to: { x: 30, y: 40 } } },
          { id: 'dos', name: 'El dos', shape: { type: 'circle', centre: { x: 500, y: 500 }, radius: 90 } },
        ],
        many: false,
      },
      key: { correct: ['dos'] },
    })),
    calculated: fc
      .tuple(source, margin, fc.constantFrom('a*2+b', 'max(a, b)^2', '(a-b)/0.5'), fc.integer({ min: 0, max: 6 }))
      .map(([words, near, formula, decimals]) => ({
        body: { kind: 'calculated', prompt: `${clean(escapeHtml(words))} con {a} y {b}`, unit: null },
        key: {
          variables: [
            { name: 'a', min: '1', max: '10', step: '0.5' },
            { name: 'b', min: '2', max: '5', step: '1' },
          ],
          formula,
          decimals,
          ...near,
        },
      })),
    essay: fc
      .tuple(html, fc.option(html))
      .map(([prompt, guide]) => ({ body: { kind: 'essay', prompt, minWords: 10, maxWords: 300 }, key: { guide } })),
    file: fc.tuple(html, fc.option(html)).map(([prompt, guide]) => ({
      body: { kind: 'file', prompt, maxFiles: 2, maxBytes: 5_000_000, types: ['pdf'] },
      key: { guide },
    })),
  };
  return (kind: QuestionBody['kind']) =>
    fc
      .record({
        made: made[kind],
        said: withFeedback,
        name: fc.option(plain.map((words) => `Nombre ${words}`)),
        points: fc.constantFrom(1000, 2000, 5000),
        category: fc.array(plain, { maxLength: 2 }),
        tags: fc.uniqueArray(fc.constantFrom('marco', 'brechas', 'agua-potable'), { maxLength: 2 }),
        difficulty: fc.option(fc.integer({ min: 1, max: 5 })),
        topic: fc.option(fc.constant('marco')),
        territories: fc.uniqueArray(fc.constantFrom('zona-rezagada', 'zona-extrema'), { maxLength: 2 }),
      })
      .map(({ made: { body, key }, said, ...rest }): ExchangeQuestion => {
        const optionFeedback = 'options' in body && said.said ? { [body.options[0]!.id]: said.said } : {};
        const answerKey = { kind, ...key, feedback: said.feedback, optionFeedback } as AnswerKey;
        const media = kind === 'hotspot' ? [dot] : [];
        return { ...rest, key: 'la-clave', kind, body, answerKey, outcome: null, media };
      });
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const dot = {
  name: 'p.png',
  mediaType: 'image/png' as const,
  bytes: pixel,
  sha: '6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0',
};
