/** The names under which a body or a key holds HTML. */
const phrases = new Set(['prompt', 'html', 'feedback', 'guide']);

/** The same value with each phrase of HTML turned into something else; what is null stays so. */
export function mapPhrases<T>(value: T, change: (html: string) => string): T {
  const walk = (inner: unknown, name: string): unknown => {
    if (typeof inner === 'string') return phrases.has(name) ? change(inner) : inner;
    if (Array.isArray(inner)) return inner.map((each) => walk(each, ''));
    if (inner === null || typeof inner !== 'object') return inner;
    const under = name === 'optionFeedback' ? () => 'html' : (key: string) => key;
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, walk(each, under(key))]));
  };
  return walk(value, '') as T;
}

/** Every phrase of HTML in it, in order. */
export function phrasesOf(value: unknown): string[] {
  const found: string[] = [];
  mapPhrases(value, (html) => {
    found.push(html);
    return html;
  });
  return found;
}

const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a phrase of sanitised HTML. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name: string) =>
      name ? (marks[name.toLowerCase()] ?? whole) : letterOf(hex ? parseInt(String(hex), 16) : Number(decimal)),
    )
    .replace(/\s+/g, ' ')
    .trim();

const letterOf = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

const longest = 8000;

/** The words of a question's body, by which it is searched and compared. */
export const plainOf = (body: object): string =>
  phrasesOf(body).map(wordsOf).filter(Boolean).join(' ').slice(0, longest);

/** The hashes of the pictures that a question shows. */
export const mediaOf = (question: object): string[] => [
  ...new Set(Array.from(JSON.stringify(question).matchAll(/\/api\/blobs\/([0-9a-f]{64})\.[a-z]+/g), ([, sha]) => sha!)),
];
