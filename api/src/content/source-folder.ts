import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SourceFile } from './content.schema.ts';
import { type Place, placeOf } from './layout.policy.ts';
import { compare, type Problems } from './problems.ts';

export type SourceText = { path: string; sha: string; place: Place; text: string };
export type SourceFolder = { texts: SourceText[]; images: Map<string, Buffer> };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const bom = '\u{feff}';

/** What tells later that these files were loaded. */
export const filesOf = (...files: SourceFile[]): SourceFile[] => files.map(({ path, sha }) => ({ path, sha }));

export const shaOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Reads all of a content folder into memory, in the order of its paths. What cannot be text, or lies where nothing is expected, is a problem. */
export async function openFolder(root: string, problems: Problems): Promise<SourceFolder> {
  const folder: SourceFolder = { texts: [], images: new Map() };
  const paths = await pathsIn(root).catch(() => null);
  if (!paths) problems.add('.', 1, `No se puede leer la carpeta ${root}`, 'Revisa que exista y sus permisos');
  for (const path of paths ?? []) {
    const place = placeOf(path);
    if (!place) reportStranger(path, problems);
    else if (place.kind === 'image') folder.images.set(path, await readFile(join(root, path)));
    else {
      const bytes = await readFile(join(root, path));
      folder.texts.push({ path, place, sha: shaOf(bytes), text: decode(path, bytes, problems) });
    }
  }
  return folder;
}

async function pathsIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, sep).length).split(sep).join('/'))
    .sort(compare);
}

function reportStranger(path: string, problems: Problems): void {
  if (!/\.(md|markdown|ya?ml|csv)$/i.test(path)) return;
  problems.add(path, 1, 'El archivo está donde no se espera', 'Revisa «Dónde va cada cosa» y muévelo o renómbralo');
}

function decode(path: string, bytes: Buffer, problems: Problems): string {
  try {
    const text = decoder.decode(bytes);
    if (!text.startsWith(bom)) return text;
    problems.add(path, 1, 'El archivo parte con una marca de orden de bytes (BOM)', 'Guárdalo como «UTF-8 sin BOM»');
    return text.slice(1);
  } catch {
    const line = lineOfBadByte(bytes);
    problems.add(path, line, 'El archivo no está en UTF-8', 'Guárdalo de nuevo con codificación UTF-8');
    return bytes.toString('latin1');
  }
}

/** The first line that is not UTF-8. */
function lineOfBadByte(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop + 1;
  }
  return line;
}
