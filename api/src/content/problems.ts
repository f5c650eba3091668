import type { Problem } from './content.schema.ts';

/** What is wrong with one thing and how to mend it. */
export type Fault = { fault: [problem: string, remedy: string] };

/** All that is wrong, collected in any order: nothing stops at the first fault. */
export class Problems {
  private readonly found: Problem[] = [];
  private readonly files = new Set<string>();

  add(file: string, line: number, problem: string, remedy: string): void {
    this.found.push({ file, line, problem, remedy });
    this.files.add(file);
  }

  /** Whether nothing is wrong with any of these files. */
  clean(files: readonly { path: string }[]): boolean {
    return files.every(({ path }) => !this.files.has(path));
  }

  /** By file and line, as a person mends them. */
  sorted(): Problem[] {
    return this.found.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.problem, b.problem));
  }
}

/** By code unit: the same on every machine, whatever its language. */
export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
