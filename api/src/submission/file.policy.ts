/** What a file must prove to be for its ending, as `file-type` names it; endings not listed prove nothing. */
const kinds: Record<string, readonly string[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  odt: ['odt'],
  ods: ['ods'],
  odp: ['odp'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  png: ['png'],
  webp: ['webp'],
  gif: ['gif'],
  zip: ['zip'],
  mp3: ['mp3'],
  mp4: ['mp4', 'm4v'],
  doc: ['cfb'],
  xls: ['cfb'],
  ppt: ['cfb'],
};
const heic = ['heic', 'heif', 'hif'];
const alike: Record<string, string> = { jpeg: 'jpg', htm: 'html', markdown: 'md' };

export type FileFault = 'heic_file' | 'wrong_file_type' | 'file_misfit' | null;

/** The ending of a name, in lower case and without the dot; empty where there is none. */
export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

const same = (ending: string) => alike[ending] ?? ending;

/** Whether an ending is among those that a rule takes. */
export function nameFault(name: string, allowed: readonly string[]): FileFault {
  const ending = endingOf(name);
  if (heic.includes(ending) && !allowed.includes(ending)) return 'heic_file';
  return allowed.map(same).includes(same(ending)) ? null : 'wrong_file_type';
}

/** As `nameFault`, and whether the content (`sniffed`, null where it shows no kind) is what the ending says. */
export function fileFault(name: string, sniffed: string | null, allowed: readonly string[]): FileFault {
  const fault = nameFault(name, allowed);
  if (fault) return fault;
  if (sniffed !== null && heic.includes(sniffed)) return 'heic_file';
  const kind = kinds[endingOf(name)];
  const fits = kind ? sniffed !== null && kind.includes(sniffed) : sniffed === null;
  return fits ? null : 'file_misfit';
}

/** A name that any system can keep: no path, no control character, 120 characters at most, with its ending. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}"*:<>?|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const ending = endingOf(clean);
  const stem = ending ? clean.slice(0, -ending.length - 1) : clean;
  return `${stem.slice(0, 110).trim() || 'archivo'}${ending && `.${ending}`}`;
}

/** A name that says nothing of whose a file is: `archivo-1.pdf`. */
export function neutralName(name: string, n: number): string {
  const ending = endingOf(name);
  return `archivo-${n}${ending && `.${ending}`}`;
}

/** The bytes that a request asks for (RFC 9110, one range with a beginning), within a file of this size; null for all. */
export function rangeOf(asked: string | undefined, size: number): { start: number; end: number } | null {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(asked ?? '') ?? [];
  if (from === undefined) return null;
  const [start, end] = [Number(from), Math.min(to ? Number(to) : size - 1, size - 1)];
  return start <= end ? { start, end } : null;
}
