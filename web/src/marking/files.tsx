import { useState } from 'react';
import type { Annotation, Ordered } from '../rubric/order-notes.ts';
import { Icon } from '../ui/icon.tsx';
import { addressOfFile, size } from './file-address.ts';
import { FileView, isPdf, isPicture, type SentFile } from './file-view.tsx';
import type { Item } from './mark-keeper.ts';
import { words } from './words.ts';

const { item: says } = words;

type FilesProps = {
  item: Item;
  files: readonly SentFile[];
  ordered: Ordered;
  by: string;
  readOnly: boolean;
  save: (anchor: Annotation['anchor'], body: string) => void;
  remove: (annotation: Annotation) => void;
  bank: (insert: (body: string) => void) => void;
};

/** What came with it: what can be shown is, on demand; the rest is downloaded. */
export function Files({ files, ...rest }: FilesProps) {
  return (
    <ul className="rows" aria-label={says.files}>
      {files.map((file) => (
        <li key={file.id}>
          <FileRow file={file} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function FileRow({ item, file, ordered, ...rest }: Omit<FilesProps, 'files'> & { file: SentFile }) {
  const [shown, show] = useState(false);
  const notes = [...ordered.notes.values()].filter(({ anchor }) => anchor.kind === 'area' && anchor.file === file.id);
  return (
    <div className="stack gap-3">
      <div className="cluster between">
        <span>{file.name}</span>
        <span className="cluster">
          <span className="meta">{size(file.size)}</span>
          {(isPdf(file) || isPicture(file)) && (
            <button
              type="button"
              className="btn"
              aria-expanded={shown}
              aria-label={shown ? says.hideFile(file.name) : says.seeFile(file.name)}
              onClick={() => show(!shown)}
            >
              <Icon name="eye" />
              {shown ? says.hide : says.see}
            </button>
          )}
          <a
            className="btn quiet"
            href={addressOfFile(item.id, file.id)}
            download={file.name}
            aria-label={says.downloadFile(file.name)}
          >
            <Icon name="download" />
            {says.download}
          </a>
        </span>
      </div>
      {shown && <FileView item={item} file={file} notes={notes} next={ordered.notes.size + 1} {...rest} />}
    </div>
  );
}
