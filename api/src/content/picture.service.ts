import { fileTypeFromBuffer } from 'file-type';
import { type Image, readImage } from './image.ts';
import type { Fault } from './problems.ts';

const known = new Set(['png', 'jpg', 'webp', 'avif']);

/** A picture that somebody brings, told by its bytes and never by its name: checked as those of content/ are. */
export async function readPicture(bytes: Buffer): Promise<Image | Fault> {
  const found = await fileTypeFromBuffer(bytes);
  const ending = found && known.has(found.ext) ? found.ext : isDrawing(bytes) ? 'svg' : null;
  const image = ending && readImage(`imagen.${ending}`, bytes);
  return image || { fault: ['El archivo no es una imagen que se admita', 'Usa PNG, JPEG, WebP, AVIF o SVG'] };
}

const isDrawing = (bytes: Buffer) => /^(\ufeff)?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg\b/.test(bytes.toString('utf8', 0, 4096));
