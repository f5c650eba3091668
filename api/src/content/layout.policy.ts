/** What a file of content/ is, by where it lies. `folder` is the slug of its item; `module`, a module's folder. */
export type Place =
  | { kind: 'topics' | 'glossary' | 'regions' | 'comunas' | 'kinds' | 'zones' | 'searches' | 'image' }
  | { kind: 'programme' | 'course' | 'booklet' | 'manual' | 'guidance' | 'chapter'; folder: string }
  | { kind: 'evaluation' | 'lesson' | 'task'; folder: string; module: string | null };

const slug = '([a-z0-9][a-z0-9-]{0,79})';
const numbered = '(\\d{2}-[a-z0-9][a-z0-9-]{0,76})';
const fixed = {
  'temas.yml': 'topics',
  'busquedas.yml': 'searches',
  'glosario.md': 'glossary',
  'territorio/regiones.yml': 'regions',
  'territorio/comunas.csv': 'comunas',
  'territorio/tipos.yml': 'kinds',
  'territorio/zonas-horarias.yml': 'zones',
} as const;
const foldered = [
  ['programme', `diplomados/${slug}\\.md`],
  ['course', `cursos/${slug}/curso\\.md`],
  ['booklet', `cartillas/${slug}/cartilla\\.md`],
  ['manual', `manuales/${slug}/manual\\.md`],
  ['guidance', `orientaciones/${slug}/orientacion\\.md`],
  ['chapter', `manuales/${slug}/${numbered}\\.md`],
] as const;
const inCourse = [
  ['evaluation', `cursos/${slug}/(?:${numbered}/)?evaluacion\\.md`],
  ['task', `cursos/${slug}/(?:${numbered}/)?tarea\\.md`],
  ['lesson', `cursos/${slug}/${numbered}/${numbered}\\.md`],
] as const;

export const imageEnding = /\.(svg|png|jpe?g|webp|avif)$/;

/** The place of a path relative to content/, with forward slashes; nothing where the layout knows no such file. */
export function placeOf(path: string): Place | undefined {
  if (Object.hasOwn(fixed, path)) return { kind: fixed[path as keyof typeof fixed] };
  return itemPlace(path) ?? coursePlace(path) ?? (imageEnding.test(path) ? { kind: 'image' } : undefined);
}

function itemPlace(path: string): Place | undefined {
  for (const [kind, pattern] of foldered) {
    const [, folder] = new RegExp(`^${pattern}$`).exec(path) ?? [];
    if (folder) return { kind, folder };
  }
  return undefined;
}

function coursePlace(path: string): Place | undefined {
  for (const [kind, pattern] of inCourse) {
    const [, folder, module] = new RegExp(`^${pattern}$`).exec(path) ?? [];
    if (folder) return { kind, folder, module: module ?? null };
  }
  return undefined;
}

/** The words of a phrase as an anchor: lower case, without accents, joined by hyphens. */
export const anchorOf = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

/** Anchors that pages and the renderer give themselves. */
export const isReserved = (anchor: string) =>
  /^(main|root|fuentes|(p|figura|tabla|lista|bloque|comprueba)-\d+|(fn|fnref)-.*)$/.test(anchor);

const word = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu;
export const wordsIn = (text: string) => text.match(word)?.length ?? 0;

/** 180 words a minute, rounded up, and one for each self-check. */
export const readingMinutes = (words: number, selfChecks: number) => Math.max(1, Math.ceil(words / 180)) + selfChecks;

/** Sizes beyond which a slow link suffers, in bytes. */
export const budgets = { svg: 20_000, raster: 150_000, lesson: 30_000 };
