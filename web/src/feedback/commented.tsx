import { useState } from 'react';
import { AnnotatedText } from '../rubric/annotated-text.tsx';
import { FileRow } from '../rubric/file-row.tsx';
import { FileSheet } from '../rubric/file-sheet.tsx';
import { type Annotation, type Note, type Ordered, orderNotes } from '../rubric/order-notes.ts';
import type { SentFile } from '../rubric/sent-file.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import type { Feedback, Publication } from './feedback-types.ts';
import { words } from './words.ts';

type CommentedProps = { feedback: Feedback; last: Publication | undefined };

type Version = Feedback['versions'][number];

/** The version that was marked or given back, with what was said of it; the newest before that. */
function spokenOf({ versions, request }: Feedback, last: Publication | undefined) {
  const spoken = last ?? request;
  const version = versions.find(({ n }) => n === spoken?.version) ?? versions[0];
  return version && { version, annotations: spoken?.annotations ?? [] };
}

/** What was sent, with every comment where it belongs, and what was said of the whole. */
export function Commented({ feedback, last }: CommentedProps) {
  const spoken = spokenOf(feedback, last);
  if (!spoken) return <p>{words.noText}</p>;
  const { version, annotations } = spoken;
  return (
    <div className="stack gap-6 container">
      {last?.feedback && (
        <section className="stack gap-3" aria-labelledby="feedback">
          <SectionTitle id="feedback">{words.feedback}</SectionTitle>
          <p className="pre-line">{last.feedback}</p>
        </section>
      )}
      <section className="stack gap-4" aria-labelledby="text">
        <SectionTitle id="text">
          {words.text} <span>{words.version(version.n)}</span>
        </SectionTitle>
        <Sent submission={feedback.submissionId} version={version} annotations={annotations} />
      </section>
    </div>
  );
}

type SentProps = { submission: string; version: Version; annotations: readonly Annotation[] };

function Sent({ submission, version: { html, files }, annotations }: SentProps) {
  const ordered = orderNotes(
    html,
    annotations,
    files.map(({ id }) => id),
  );
  return (
    <>
      {html ? (
        <AnnotatedText
          html={html}
          passages={ordered.passages}
          note={(number) => <Said note={ordered.notes.get(number)} />}
        />
      ) : (
        <p className="meta">{words.noText}</p>
      )}
      {ordered.lost.length > 0 && <Lost notes={ordered.lost} />}
      {files.length > 0 && <Files submission={submission} files={files} ordered={ordered} />}
    </>
  );
}

type SaidProps = { note: Note | undefined; page?: number; show?: () => void };

function Said({ note, page, show }: SaidProps) {
  if (!note) return null;
  return (
    <div role="note" aria-label={words.note(note.n)}>
      {page !== undefined && (
        <button type="button" className="link fine" aria-label={words.showNote(page, note.n)} onClick={show}>
          {words.page(page)}
        </button>
      )}{' '}
      <span className="pre-line">
        <strong>{note.n}</strong> {note.body}
      </span>
    </div>
  );
}

const Lost = ({ notes }: { notes: readonly Note[] }) => (
  <section aria-label={words.lost} className="stack gap-2">
    <p className="meta">{words.lost}</p>
    {notes.map((note) => (
      <Said key={note.id} note={note} />
    ))}
  </section>
);

type FilesProps = { submission: string; files: Version['files']; ordered: Ordered };

const Files = ({ files, ordered, submission }: FilesProps) => (
  <ul className="rows" aria-label={words.files}>
    {files.map((file) => (
      <li key={file.id}>
        <CommentedFile submission={submission} file={file} ordered={ordered} />
      </li>
    ))}
  </ul>
);

function CommentedFile({ submission, file, ordered }: Omit<FilesProps, 'files'> & { file: SentFile }) {
  const [page, turn] = useState(1);
  const [open, show] = useState(false);
  const notes = [...ordered.notes.values()].filter(({ anchor }) => anchor.kind === 'area' && anchor.file === file.id);
  const showAt = (page: number) => {
    show(true);
    turn(page);
  };
  return (
    <div className="stack gap-2">
      <FileRow {...{ submission, file, open, show }}>
        <FileSheet {...{ submission, file, page, turn, notes }} />
      </FileRow>
      {notes.map(
        (note) =>
          note.anchor.kind === 'area' && (
            <Said key={note.id} note={note} page={note.anchor.page} show={showAt.bind(null, note.anchor.page)} />
          ),
      )}
    </div>
  );
}
