import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Fonts that a PDF may name without bringing them, and what reads the pictures of scanners: from here, when one is met. */
const parts: Record<string, string> = import.meta.glob(
  [
    '../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
    '../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm',
  ],
  { query: '?url', import: 'default', eager: true },
);
const addresses = new Map(Object.entries(parts).map(([path, address]) => [path.split('/').at(-1), address]));

class Parts {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = addresses.get(filename);
    if (!address) throw new Error(`There is no ${filename}`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${filename} answers ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/**
 * Opens a PDF without letting anything in it run: no script, no form, no font of the page. Of a long one, only what the
 * pages that are looked at need is fetched.
 */
export function openPdf(address: string): Promise<PDFDocumentProxy> {
  return getDocument({
    ...{ url: address, disableAutoFetch: true, disableStream: true, rangeChunkSize: 2 ** 16 },
    ...{ disableFontFace: true, useSystemFonts: false, enableXfa: false, disableWorkerRendering: true },
    ...{ BinaryDataFactory: Parts, useWorkerFetch: false },
  }).promise;
}

/** Draws a page this many pixels wide, unless it is given up meanwhile: another may come to the same canvas. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  n: number,
  canvas: HTMLCanvasElement,
  { pixels, signal }: { pixels: number; signal: AbortSignal },
): Promise<void> {
  const page = await pdf.getPage(n);
  if (signal.aborted) return;
  const viewport = page.getViewport({ scale: pixels / page.getViewport({ scale: 1 }).width });
  const drawn = document.createElement('canvas');
  [drawn.width, drawn.height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const task = page.render({ canvas: drawn, viewport });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise;
  [canvas.width, canvas.height] = [drawn.width, drawn.height];
  canvas.getContext('2d')?.drawImage(drawn, 0, 0);
}
