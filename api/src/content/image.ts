import { basename, extname } from 'node:path';
import type { Media } from './content.schema.ts';
import { budgets } from './layout.policy.ts';
import type { Fault } from './problems.ts';
import { shaOf } from './source-folder.ts';

/** An image fit to be shown; sizes in CSS pixels, for the place that the page keeps for it. */
export type Image = { media: Media; width: number; height: number };
type Size = { width: number; height: number };

const types: Record<string, Media['mediaType']> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

const endings: Record<Media['mediaType'], string> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** Where an image is served from. */
export const addressOf = ({ sha, mediaType }: Pick<Media, 'sha' | 'mediaType'>) =>
  `/api/blobs/${sha}.${endings[mediaType]}`;

/** Checks an image's weight and content, and measures it. */
export function readImage(path: string, bytes: Buffer): Image | Fault | undefined {
  const mediaType = types[extname(path)];
  if (!mediaType) return undefined;
  const name = basename(path);
  const fault = mediaType === 'image/svg+xml' ? faultOfDrawing(name, bytes) : faultOfPhoto(name, bytes);
  if (fault) return { fault };
  const size = sizeOf(mediaType, bytes);
  if (size) return { media: { sha: shaOf(bytes), mediaType, bytes, name }, ...size };
  const remedy = 'Un SVG lleva viewBox="0 0 ancho alto"; otra imagen, la terminación de su formato';
  return { fault: [`No se puede leer el tamaño de «${name}»`, remedy] };
}

const signs: [Media['mediaType'], (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.readUInt32BE(0) === 0x89504e47],
  ['image/jpeg', (bytes) => bytes.readUInt16BE(0) === 0xffd8],
  ['image/webp', (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'],
  ['image/avif', (bytes) => /^ftypavi[fs]$/.test(bytes.toString('latin1', 4, 12))],
  ['image/svg+xml', (bytes) => /^(\u{feff}|\s|<\?xml[^>]*>|<!--.*?-->)*<svg[\s>]/su.test(bytes.toString('utf8', 0, 2000))],
];

/** What these bytes are, whatever their name says. */
export const imageTypeOf = (bytes: Buffer): Media['mediaType'] | undefined =>
  bytes.length < 16 ? undefined : signs.find(([, fits]) => fits(bytes))?.[0];

/** An image that came within a file from elsewhere: recognised by its bytes, and as harmless as one of content/. */
export function readForeignImage(name: string, bytes: Buffer, limit: number): Image | Fault {
  const mediaType = imageTypeOf(bytes);
  const remedy = 'Sirve PNG, JPEG, WebP, AVIF o SVG';
  if (!mediaType) return { fault: [`«${name}» no es una imagen que se pueda mostrar`, remedy] };
  if (bytes.length > limit) return { fault: [tooHeavy(name, bytes, limit), 'Achícala'] };
  const danger = mediaType === 'image/svg+xml' ? dangerOf(bytes.toString('utf8')) : undefined;
  if (danger) return { fault: [`El SVG «${name}» trae ${danger}`, 'Quítalo: una figura solo dibuja'] };
  const size = sizeOf(mediaType, bytes);
  if (!size) return { fault: [`No se puede leer el tamaño de «${name}»`, remedy] };
  return { media: { sha: shaOf(bytes), mediaType, bytes, name }, ...size };
}

const tooHeavy = (name: string, { length }: Buffer, limit: number) =>
  `La imagen «${name}» pesa ${Math.ceil(length / 1000)} kB; el máximo es ${limit / 1000} kB`;

function faultOfDrawing(name: string, bytes: Buffer): Fault['fault'] | undefined {
  if (bytes.length > budgets.svg) return [tooHeavy(name, bytes, budgets.svg), 'Simplifica el dibujo y quita metadatos'];
  const danger = dangerOf(bytes.toString('utf8'));
  return danger ? [`El SVG «${name}» trae ${danger}`, 'Quítalo: una figura solo dibuja'] : undefined;
}

const faultOfPhoto = (name: string, bytes: Buffer): Fault['fault'] | undefined =>
  bytes.length > budgets.raster
    ? [tooHeavy(name, bytes, budgets.raster), 'Achícala o guárdala como WebP o AVIF']
    : undefined;

const dangers: [RegExp, string][] = [
  [/<\s*(\w+:)?script/i, 'guiones (<script>)'],
  [/\son[a-z]+\s*=/i, 'manejadores de eventos (on…)'],
  [/<\s*(?:\w+:)?(foreignObject|iframe|image|a|animate\w*|set|handler)\b/i, 'elementos que no se admiten'],
  [/<!(DOCTYPE|ENTITY)|<\?xml-stylesheet/i, 'declaraciones (DOCTYPE, ENTITY u hoja de estilo)'],
  [/\b(?:xlink:)?href\s*=\s*["']?\s*(?!["']?\s*#)/i, 'referencias externas (href)'],
  [/url\(\s*["']?\s*(?!["']?\s*#)|@import/i, 'referencias externas (url)'],
  [/\u{fffd}/u, 'letras que no están en UTF-8'],
];

/** What in this drawing could run or fetch. */
const dangerOf = (svg: string) => dangers.find(([pattern]) => pattern.test(svg))?.[1];

function sizeOf(type: Media['mediaType'], bytes: Buffer): Size | undefined {
  const size = measures[type](bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

const measures: Record<Media['mediaType'], (bytes: Buffer) => Size | undefined> = {
  'image/svg+xml': (bytes) => {
    const [, width, height] =
      /<svg\b[^>]*\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(
        bytes.toString('utf8'),
      ) ?? [];
    return width && height ? { width: Math.round(Number(width)), height: Math.round(Number(height)) } : undefined;
  },
  'image/png': (bytes) =>
    bytes.length > 24 && bytes.toString('latin1', 12, 16) === 'IHDR'
      ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : undefined,
  'image/jpeg': sizeOfJpeg,
  'image/webp': sizeOfWebp,
  'image/avif': (bytes) => {
    const at = bytes.indexOf('ispe');
    return at > 0 && bytes.length >= at + 16
      ? { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
      : undefined;
  },
};

/** Walks the segments to the first start-of-frame (C0–CF, but DHT, JPG and DAC). */
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The three kinds of WebP: extended, lossless and lossy (RFC 9649). */
function sizeOfWebp(bytes: Buffer): Size | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const chunk = bytes.toString('latin1', 12, 16);
  if (chunk === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return chunk === 'VP8 '
    ? { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    : undefined;
}
