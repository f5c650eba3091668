/** A line of a file, its number from 1, and how much of the file ends with it. */
export type Line = { text: string; number: number; at: number };

/** The lines of a text, one at a time, whatever ends them. */
export function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (let number = 1; start <= text.length; number++) {
    const end = endOf(text, start);
    yield { text: text.slice(start, end), number, at: end / Math.max(1, text.length) };
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

function endOf(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
