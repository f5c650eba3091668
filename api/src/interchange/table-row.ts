import type { Job } from './job.ts';
import { Refused } from './refused.ts';

const markup = /<\/?[a-z][^<>]*>|<!--|&(#\d+|#x[\da-f]+|[a-z]+\d*);/i;
/** Whether a cell is written as HTML; any other is plain text. */
export const isHtml = (text: string) => markup.test(text);

/** A cell that a spreadsheet was kept from taking for a formula starts with an apostrophe more. */
const guarded = /^'(?=[\s\p{Cc}\p{Cf}"']*[=+\-@＝＋－＠\u2212]|[\t\r\n])/u;

const keyed = /^\s*([a-z0-9][a-z0-9-]{0,39})\)\s+/;
/** Cuts a written key off the start: `ley) la ley`. */
export function withoutKey(cell: string): { id: string | null; text: string } {
  const found = keyed.exec(cell);
  return found ? { id: found[1] ?? null, text: cell.slice(found[0].length) } : { id: null, text: cell };
}

/** The cells of one question, by the names of their columns. */
export class Row {
  private readonly cells: Map<string, string>;

  constructor(names: readonly string[], cells: readonly string[]) {
    this.cells = new Map(names.map((name, i) => [name, (cells[i] ?? '').replace(guarded, '').trim()]));
  }

  text(name: string): string {
    return this.cells.get(name) ?? '';
  }

  html(name: string, job: Job): string {
    return cellHtml(this.text(name), job);
  }

  needed(name: string, what: string): string {
    const text = this.text(name);
    if (!text) throw new Refused(`Falta ${what}`);
    return text;
  }

  listed(name: string, sign: RegExp): string[] {
    return this.text(name)
      .split(sign)
      .map((part) => part.trim())
      .filter(Boolean);
  }

  /** The alternatives that are written, each with what is said about it. */
  alternatives(): { text: string; feedback: string }[] {
    const numbers = [...this.cells.keys()].flatMap((name) => /^alternativa-(\d{1,2})$/.exec(name)?.[1] ?? []);
    return numbers
      .toSorted((a, b) => Number(a) - Number(b))
      .map((n) => ({ text: this.text(`alternativa-${n}`), feedback: this.text(`comentario-${n}`) }))
      .filter(({ text }) => text);
  }
}

export const cellHtml = (text: string, job: Job) => job.html(text, isHtml(text) ? 'html' : 'plain');

/** `mayusculas=si; decimales=2`, asked by name; what nobody asks for is no setting of its kind. */
export type Settings = {
  get: (name: string) => string | undefined;
  isYes: (name: string) => boolean;
  unread: () => string[];
};

export function readSettings(written: string): Settings {
  const pairs = new Map(
    written
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean)
      .map(pairOf),
  );
  const asked = new Set<string>();
  const get = (name: string) => {
    asked.add(name);
    return pairs.get(name);
  };
  return {
    get,
    isYes: (name) => /^s[ií]$/i.test(get(name) ?? ''),
    unread: () => [...pairs.keys()].filter((name) => !asked.has(name)),
  };
}

function pairOf(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, 'si'] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}
