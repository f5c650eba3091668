import { posix } from 'node:path';
import type { Image } from './image.ts';
import type { Page } from './page.ts';
import type { Fault, Problems } from './problems.ts';

/** What texts may speak of: every page with its address, every image, every term. */
export type Library = {
  pages: Map<string, Shelved>;
  image: (path: string) => Image | Fault | undefined;
  terms: Set<string>;
};
/** `unit` names a lesson within its course: the reader's own room may lead there. */
export type Shelved = { url: string; anchors: Set<string>; unit: string | null };

/** A page about to be checked or rendered, and what surrounds it. */
export type Setting = { page: Page; library: Library; problems: Problems };

export type Target = { href: string; unit: string | null; external: boolean };

/** Where a link of this page leads. */
export function targetOf(url: string, setting: Setting): Target | Fault {
  if (/^(https?|mailto):/i.test(url)) return externalTarget(url);
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(url))
    return faultOf(`El enlace «${url}» no se admite`, 'Usa https://, mailto:, o la ruta relativa de un archivo');
  const [path = '', anchor = ''] = url.split('#', 2);
  return internalTarget(url, path, anchor, setting);
}

function internalTarget(url: string, path: string, anchor: string, { page, library }: Setting): Target | Fault {
  const file = path ? posix.join(posix.dirname(page.path), decode(path)) : page.path;
  const found = library.pages.get(file);
  if (!found)
    return faultOf(`El enlace «${url}» no lleva a ningún archivo`, 'Corrige la ruta, relativa a este archivo');
  if (!anchor) return { href: found.url, unit: found.unit, external: false };
  if (!found.anchors.has(anchor))
    return faultOf(`El ancla «#${anchor}» no existe en ${file}`, 'Corrígela o fíjala en el título: {#ancla}');
  return { href: path ? withAnchor(found, anchor) : `#${anchor}`, unit: found.unit, external: false };
}

const faultOf = (...fault: Fault['fault']): Fault => ({ fault });

/** A lesson's address is a place in the page of its course, where a second anchor has no room. */
const withAnchor = ({ url }: Shelved, anchor: string) => (url.includes('#') ? url : `${url}#${anchor}`);

const externalTarget = (url: string): Target | Fault =>
  URL.canParse(url)
    ? { href: url, unit: null, external: true }
    : faultOf(`El enlace «${url}» está mal escrito`, 'Copia la dirección completa desde el navegador');

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The image of a figure of this page. */
export function imageOf(src: string, { page, library }: Setting): Image | Fault {
  const path = posix.join(posix.dirname(page.path), src);
  return (
    library.image(path) ?? {
      fault: [`No está la imagen «${src}»`, 'Déjala junto al texto o corrige «src»; sirve SVG, PNG, JPEG, WebP o AVIF'],
    }
  );
}
