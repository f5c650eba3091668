import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import { addressOfFile, type SentFile, shownAs, size } from './sent-file.ts';
import { words } from './words.ts';

const { files: says } = words;

type RowProps = {
  submission: string;
  file: SentFile;
  open: boolean;
  show: (open: boolean) => void;
  children: ReactNode;
};

/** A file that was sent: what can be shown is, on demand (`children`); the rest is downloaded. */
export function FileRow({ submission, file, open, show, children }: RowProps) {
  return (
    <div className="stack gap-3">
      <div className="cluster between">
        <span className="wrap-text">{file.name}</span>
        <span className="cluster">
          <span className="meta">{size(file.size)}</span>
          {shownAs(file) && (
            <button
              type="button"
              className="btn"
              aria-expanded={open}
              aria-label={open ? says.hideFile(file.name) : says.seeFile(file.name)}
              onClick={() => show(!open)}
            >
              <Icon name="eye" />
              {open ? says.hide : says.see}
            </button>
          )}
          <a
            className="btn quiet"
            href={addressOfFile(submission, file)}
            download={file.name}
            aria-label={says.downloadFile(file.name)}
          >
            <Icon name="download" />
            {says.download}
          </a>
        </span>
      </div>
      {open && children}
    </div>
  );
}
