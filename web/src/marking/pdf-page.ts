import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Opens a PDF without letting anything in it run: no script, no form, no font of the page. */
export async function openPdf(bytes: ArrayBuffer): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes, disableFontFace: true, useSystemFonts: false, useWasm: false, enableXfa: false })
    .promise;
}

/** Draws a page as wide as twice the column that shows it, so that it stays sharp. */
export async function drawPage(pdf: PDFDocumentProxy, n: number, canvas: HTMLCanvasElement): Promise<void> {
  const page = await pdf.getPage(n);
  const { width } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: 1400 / width });
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport }).promise;
}
