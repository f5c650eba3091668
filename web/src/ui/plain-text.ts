const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function character(whole: string, name: string): string {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (name.startsWith('#')) return Number.isNaN(code) ? whole : String.fromCodePoint(code);
  return named[name] ?? whole;
}

/** The words of a piece of HTML from the API, for where no markup may stand, as in a list to choose from. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[\da-f]+|[a-z]+);/gi, character)
    .replace(/\s+/g, ' ')
    .trim();
