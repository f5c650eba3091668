import type { RouteObject } from 'react-router';

type Chunk = { file: string; css?: string[]; imports?: string[] };
/** Vite's list of what it built, by source file. */
export type Manifest = Record<string, Chunk>;

/** Addresses of the scripts and styles that some pages need beyond those of every page. */
export type Needs = { scripts: string[]; styles: string[] };
export type Assets = { forRoutes: (ids: readonly string[]) => Needs };

const entry = 'index.html';

/** All files of a chunk and of what it imports. */
function gather(manifest: Manifest, key: string, into: { scripts: Set<string>; styles: Set<string> }) {
  const chunk = manifest[key];
  if (!chunk || into.scripts.has(chunk.file)) return into;
  into.scripts.add(chunk.file);
  for (const file of chunk.css ?? []) into.styles.add(file);
  for (const other of chunk.imports ?? []) gather(manifest, other, into);
  return into;
}
const filesOf = (manifest: Manifest, key: string) => gather(manifest, key, { scripts: new Set(), styles: new Set() });

const beyond = (common: Set<string>, files: Set<string>) =>
  [...files].filter((file) => !common.has(file)).map((file) => `/${file}`);

const allOf = (routes: readonly RouteObject[]): RouteObject[] =>
  routes.flatMap((route) => [route, ...allOf(route.children ?? [])]);

/** Knows for each lazy route, whose id is its file, what it needs. A page that was not built stops the start. */
export function assetsOf(routes: readonly RouteObject[], manifest: Manifest): Assets {
  const common = filesOf(manifest, entry);
  const lazy = allOf(routes).filter((route) => route.lazy !== undefined);
  const needs = new Map(
    lazy.map(({ id = '' }) => {
      const key = `src/${id}`;
      if (!manifest[key]) throw new Error(`the web was built without the page ${key}`);
      const { scripts, styles } = filesOf(manifest, key);
      return [id, { scripts: beyond(common.scripts, scripts), styles: beyond(common.styles, styles) }] as const;
    }),
  );
  return {
    forRoutes(ids) {
      const found = ids.flatMap((id) => needs.get(id) ?? []);
      return { scripts: found.flatMap(({ scripts }) => scripts), styles: found.flatMap(({ styles }) => styles) };
    },
  };
}
