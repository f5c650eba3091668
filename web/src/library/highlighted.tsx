type HighlightedProps = { pieces: readonly { text: string; match: boolean }[] };

/** Text in pieces, those that answer the query marked. */
export function Highlighted({ pieces }: HighlightedProps) {
  return pieces.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : text));
}
