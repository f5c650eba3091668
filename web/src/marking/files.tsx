import { useState } from 'react';
import type { Area } from '../rubric/area-view.tsx';
import { FileRow } from '../rubric/file-row.tsx';
import { FileSheet } from '../rubric/file-sheet.tsx';
import type { Annotation, Note, Ordered } from '../rubric/order-notes.ts';
import type { SentFile } from '../rubric/sent-file.ts';
import { AreaFields } from './area-fields.tsx';
import type { Item } from './mark-keeper.ts';
import { NewNote } from './new-note.tsx';
import { NoteText } from './note.tsx';
import { words } from './words.ts';

const { item: says } = words;

type FilesProps = {
  item: Item;
  files: readonly SentFile[];
  ordered: Ordered;
  by: string;
  readOnly: boolean;
  save: (anchor: Annotation['anchor'], body: string, instead?: Annotation) => void;
  remove: (annotation: Annotation) => void;
  bank: (insert: (body: string) => void) => void;
};

/** What came with it, with comments on areas of what can be shown. */
export function Files({ files, ordered, ...rest }: FilesProps) {
  const { notes } = ordered;
  const ofFile = ({ id }: SentFile) =>
    [...notes.values()].filter(({ anchor }) => anchor.kind === 'area' && anchor.file === id);
  return (
    <ul className="rows" aria-label={says.files}>
      {files.map((file) => (
        <li key={file.id}>
          <Shown file={file} notes={ofFile(file)} next={notes.size + 1} {...rest} />
        </li>
      ))}
    </ul>
  );
}

type CommentedProps = Omit<FilesProps, 'files' | 'ordered'> & {
  file: SentFile;
  notes: readonly Note[];
  /** The number that the next comment takes. */
  next: number;
};

function Shown(props: CommentedProps) {
  const [open, show] = useState(false);
  return (
    <FileRow submission={props.item.id} file={props.file} open={open} show={show}>
      <Commented {...props} />
    </FileRow>
  );
}

type Drawn = { area: Area; instead?: Note };

function Commented({ item, file, notes, next, readOnly, save, ...rest }: CommentedProps) {
  const [page, show] = useState(1);
  const [drawn, draw] = useState<Drawn | null>(null);
  const turn = (to: number) => {
    show(to);
    draw(null);
  };
  const here = notes.filter(({ id, anchor }) => isOn(anchor, page) && id !== drawn?.instead?.id);
  const free = !readOnly && !drawn;
  return (
    <div className="stack gap-3">
      <FileSheet
        {...{ submission: item.id, file, page, turn, notes: here }}
        drawing={drawn?.area ?? null}
        draw={readOnly ? null : (area) => draw({ area })}
      />
      {free && <AreaFields choose={(area) => draw({ area })} />}
      <ol className="notes stack gap-3">
        {here.map((note) => (
          <li key={note.id}>
            <Said {...rest} note={note} zone={item.timeZone} edit={free ? draw : null} />
          </li>
        ))}
        {drawn && (
          <li>
            <NewNote
              {...writing(drawn, next)}
              save={(body) => {
                save({ kind: 'area', file: file.id, page, ...drawn.area }, body, drawn.instead);
                draw(null);
              }}
              discard={() => draw(null)}
              bank={rest.bank}
            />
          </li>
        )}
      </ol>
    </div>
  );
}

const isOn = (anchor: Annotation['anchor'], page: number) => anchor.kind === 'area' && anchor.page === page;
const writing = ({ instead }: Drawn, next: number) => ({ n: instead?.n ?? next, first: instead?.body ?? '' });

type SaidProps = Pick<FilesProps, 'by' | 'remove'> & {
  note: Note;
  zone: string;
  edit: ((drawn: Drawn) => void) | null;
};

function Said({ note, by, zone, edit, remove }: SaidProps) {
  const { anchor } = note;
  const change = edit && anchor.kind === 'area' ? () => edit({ area: areaOf(anchor), instead: note }) : null;
  return <NoteText note={note} by={by} zone={zone} edit={change} remove={edit && (() => remove(note))} />;
}

const areaOf = ({ x, y, width, height }: Area): Area => ({ x, y, width, height });
