import { parseRun } from '../identity/run.policy.ts';

type Named = { line: string; run: number | null; mail: string | null };
type Found = { enrolmentId: string; run: number; email: string | null };

/** Whom each line of a list names: by RUN, or by mail in lower case; a line that is neither names nobody. */
export const readList = (text: string): Named[] =>
  text
    .split(/[\n\r;,\t]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({
      line,
      run: parseRun(line)?.number ?? null,
      mail: line.includes('@') ? line.toLowerCase() : null,
    }));

/** Who of those found is named, each once, and which lines name nobody among them. */
export function matchList(named: readonly Named[], found: readonly Found[]): { ids: string[]; unknown: string[] } {
  const matches = named.map(({ line, run, mail }) => ({
    line,
    ids: found.filter((each) => each.run === run || (mail && each.email === mail)).map((each) => each.enrolmentId),
  }));
  return {
    ids: [...new Set(matches.flatMap(({ ids }) => ids))],
    unknown: matches.filter(({ ids }) => ids.length === 0).map(({ line }) => line),
  };
}
