import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useRef, useState } from 'react';
import { words } from './words.ts';

const { files: says } = words;
/** Twice the column that shows a page, so that it stays sharp. */
const pixels = 1400;

/** A document, with the library that reads it, both fetched once they are wanted. */
export function usePdf(address: string | null) {
  const [pdf, set] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  useEffect(() => {
    if (!address) return;
    let gone = false;
    const opening = import('../ui/lazy/pdf.ts').then(({ openPdf }) => openPdf(address));
    opening.then(
      (opened) => !gone && set(opened),
      () => !gone && fail(),
    );
    return () => {
      gone = true;
      void opening.then(
        ({ loadingTask }) => loadingTask.destroy(),
        () => undefined,
      );
    };
  }, [address, fail]);
  return { pdf, failed, fail };
}

type PageProps = { pdf: PDFDocumentProxy | null; name: string; page: number; zoom: number; fail: () => void };

/** One page of it, drawn when it is looked at; no other is. */
export function PdfPage({ pdf, name, page, zoom, fail }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, set] = useState<string | null>(null);
  const wanted = `${page} ${zoom}`;
  useEffect(() => {
    const there = canvas.current;
    if (!pdf || !there) return;
    const stop = new AbortController();
    const draw = async () => {
      const { drawPage } = await import('../ui/lazy/pdf.ts');
      await drawPage(pdf, page, there, { pixels: pixels * zoom, signal: stop.signal });
      if (!stop.signal.aborted) set(`${page} ${zoom}`);
    };
    draw().catch(() => {
      if (!stop.signal.aborted) fail();
    });
    return () => stop.abort();
  }, [pdf, page, zoom, fail]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={`${name}. ${says.page(page, pdf?.numPages ?? 1)}`}
      aria-busy={drawn !== wanted}
    />
  );
}

export const Pager = ({ page, pages, turn }: { page: number; pages: number; turn: (page: number) => void }) => (
  <p className="cluster between">
    <button type="button" className="btn" disabled={page === 1} onClick={() => turn(page - 1)}>
      {says.previous}
    </button>
    <span className="meta" role="status">
      {says.page(page, pages)}
    </span>
    <button type="button" className="btn" disabled={page === pages} onClick={() => turn(page + 1)}>
      {says.next}
    </button>
  </p>
);
