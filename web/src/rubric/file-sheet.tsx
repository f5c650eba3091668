import './file-sheet.css';
import { type ReactNode, useState } from 'react';
import { type Area, AreaView } from './area-view.tsx';
import type { Note } from './order-notes.ts';
import { Pager, PdfPage, usePdf } from './pdf-page.tsx';
import { addressOfFile, type SentFile, shownAs, size } from './sent-file.ts';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { files: says } = words;
const zooms = [1, 1.5, 2] as const;
type Zoom = (typeof zooms)[number];

type SheetProps = {
  submission: string;
  file: SentFile;
  page: number;
  turn: (page: number) => void;
  notes: readonly Note[];
  drawing?: Area | null;
  /** Null where nothing may be drawn. */
  draw?: ((area: Area) => void) | null;
};

type FramedProps = SheetProps & { children: (zoom: Zoom) => ReactNode };

/** A PDF, page by page, or a picture, with the areas that comments speak of, as large as one wants it. */
export function FileSheet(props: SheetProps) {
  const { submission, file, page, turn } = props;
  const address = addressOfFile(submission, file);
  const isPdf = shownAs(file) === 'pdf';
  const { pdf, failed, fail } = usePdf(isPdf ? address : null);
  if (failed) return <Failed />;
  return (
    <div className="stack gap-2">
      <Sheet {...props}>
        {(zoom) =>
          isPdf ? (
            <PdfPage pdf={pdf} name={file.name} page={page} zoom={zoom} fail={fail} />
          ) : (
            <img src={address} alt={says.image(file.name)} onError={fail} />
          )
        }
      </Sheet>
      {isPdf && !pdf && <p role="status">{says.loading(size(file.size))}</p>}
      {pdf && pdf.numPages > 1 && <Pager page={page} pages={pdf.numPages} turn={turn} />}
    </div>
  );
}

/** What is shown, under its areas, in a frame of its own. */
function Sheet({ file, page, notes, drawing = null, draw = null, children }: FramedProps) {
  const [zoom, set] = useState<Zoom>(1);
  const [marking, mark] = useState(false);
  const here = notes.filter(({ anchor }) => anchor.kind === 'area' && anchor.page === page);
  const drawn = (area: Area) => {
    mark(false);
    draw?.(area);
  };
  return (
    <>
      <div className="cluster between">
        <ZoomChoice zoom={zoom} set={set} />
        {draw && (
          <button type="button" className="btn" aria-pressed={marking} onClick={() => mark(!marking)}>
            {says.mark}
          </button>
        )}
      </div>
      <div className="file-sheet" data-zoom={zoom} tabIndex={0} role="region" aria-label={says.shown(file.name)}>
        <AreaView notes={here} drawing={drawing} draw={draw && drawn} marking={marking}>
          {children(zoom)}
        </AreaView>
      </div>
    </>
  );
}

const Failed = () => (
  <p role="alert">
    <Status tone="danger" icon="alert" wrap>
      {says.failed}
    </Status>
  </p>
);

const ZoomChoice = ({ zoom, set }: { zoom: Zoom; set: (zoom: Zoom) => void }) => (
  <div className="segmented" role="group" aria-label={says.zoom}>
    {zooms.map((each) => (
      <label key={each}>
        <input type="radio" checked={each === zoom} onChange={() => set(each)} />
        {says.percent(each)}
      </label>
    ))}
  </div>
);
