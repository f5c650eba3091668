import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import type { Annotation, Note } from '../rubric/order-notes.ts';
import { Status } from '../ui/status.tsx';
import { AreaFields } from './area-fields.tsx';
import { type Area, AreaView } from './area-view.tsx';
import { addressOfFile, size } from './file-address.ts';
import type { Item } from './mark-keeper.ts';
import { NewNote } from './new-note.tsx';
import { NoteText } from './note.tsx';
import { words } from './words.ts';

const { areas: says } = words;

export type SentFile = Item['versions'][number]['files'][number];
export const isPdf = ({ mediaType }: SentFile) => mediaType === 'application/pdf';
export const isPicture = ({ mediaType }: SentFile) => /^image\/(png|jpeg|gif|webp)$/.test(mediaType);

type FileProps = {
  item: Item;
  file: SentFile;
  notes: readonly Note[];
  /** The number that the next comment takes. */
  next: number;
  by: string;
  readOnly: boolean;
  save: (anchor: Annotation['anchor'], body: string) => void;
  remove: (annotation: Annotation) => void;
  bank: (insert: (body: string) => void) => void;
};

/** A PDF, page by page, or a picture, with comments on its areas. */
export function FileView(props: FileProps) {
  const { item, file, notes, next, by, readOnly, save, remove, bank } = props;
  const [page, turn] = useState(1);
  const [area, draw] = useState<Area | null>(null);
  const here = notes.filter(({ anchor }) => anchor.kind === 'area' && anchor.page === page);
  const drawn = { notes: here, drawing: area, draw: readOnly ? null : draw };
  return (
    <div className="stack gap-3">
      {isPdf(file) ? (
        <Pdf item={item} file={file} page={page} turn={turn} {...drawn} />
      ) : (
        <AreaView {...drawn}>
          <img src={addressOfFile(item.id, file.id)} alt={says.image(file.name)} />
        </AreaView>
      )}
      {!readOnly && !area && <AreaFields choose={draw} />}
      <div className="passage">
        <ol className="notes">
          {here.map((note) => (
            <li key={note.id}>
              <NoteText
                note={note}
                by={by}
                zone={item.timeZone}
                edit={null}
                remove={readOnly ? null : () => remove(note)}
              />
            </li>
          ))}
          {area && (
            <li>
              <NewNote
                n={next}
                save={(body) => {
                  save({ kind: 'area', file: file.id, page, ...area }, body);
                  draw(null);
                }}
                discard={() => draw(null)}
                bank={bank}
              />
            </li>
          )}
        </ol>
      </div>
    </div>
  );
}

type PdfProps = Pick<FileProps, 'item' | 'file'> & {
  page: number;
  turn: (page: number) => void;
  notes: readonly Note[];
  drawing: Area | null;
  draw: ((area: Area) => void) | null;
};

function Pdf({ item, file, page, turn, ...drawn }: PdfProps) {
  const { pdf, failed } = usePdf(addressOfFile(item.id, file.id));
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (pdf && canvas.current)
      void import('./pdf-page.ts').then(({ drawPage }) => drawPage(pdf, page, canvas.current!));
  }, [pdf, page]);
  if (failed) {
    return (
      <p role="alert">
        <Status tone="danger" icon="alert" wrap>
          {says.failed}
        </Status>
      </p>
    );
  }
  return (
    <>
      {!pdf && <p role="status">{says.loading(size(file.size))}</p>}
      <AreaView {...drawn}>
        <canvas ref={canvas} role="img" aria-label={`${file.name}. ${says.page(page, pdf?.numPages ?? 1)}`} />
      </AreaView>
      {pdf && pdf.numPages > 1 && (
        <p className="cluster between">
          <button type="button" className="btn" disabled={page === 1} onClick={() => turn(page - 1)}>
            {says.previous}
          </button>
          <span className="meta" role="status">
            {says.page(page, pdf.numPages)}
          </span>
          <button type="button" className="btn" disabled={page === pdf.numPages} onClick={() => turn(page + 1)}>
            {says.next}
          </button>
        </p>
      )}
    </>
  );
}

/** A document, with the library that reads it, both fetched once they are wanted. */
function usePdf(address: string): { pdf: PDFDocumentProxy | null; failed: boolean } {
  const [pdf, set] = useState<PDFDocumentProxy | null>(null);
  const [failed, fail] = useState(false);
  useEffect(() => {
    let opened: PDFDocumentProxy | null = null;
    const stop = new AbortController();
    const open = async () => {
      const [{ openPdf }, response] = await Promise.all([
        import('./pdf-page.ts'),
        fetch(address, { signal: stop.signal }),
      ]);
      if (!response.ok) throw new Error(`The file answers ${response.status}`);
      opened = await openPdf(await response.arrayBuffer());
      if (stop.signal.aborted) await opened.loadingTask.destroy();
      else set(opened);
    };
    open().catch(() => {
      if (!stop.signal.aborted) fail(true);
    });
    return () => {
      stop.abort();
      void opened?.loadingTask.destroy();
    };
  }, [address]);
  return { pdf, failed };
}
