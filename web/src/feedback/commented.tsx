import { AnnotatedText } from '../rubric/annotated-text.tsx';
import { type Annotation, type Note, type Ordered, orderNotes } from '../rubric/order-notes.ts';
import { Icon } from '../ui/icon.tsx';
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

function Said({ note, where }: { note: Note | undefined; where?: string }) {
  if (!note) return null;
  return (
    <div role="note" aria-label={words.note(note.n)}>
      {where && <span className="fine">{where}. </span>}
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

function Files({ submission, files, ordered }: FilesProps) {
  const notesOf = (id: string) =>
    [...ordered.notes.values()].flatMap((note) =>
      note.anchor.kind === 'area' && note.anchor.file === id ? [{ note, page: note.anchor.page }] : [],
    );
  return (
    <ul className="rows" aria-label={words.files}>
      {files.map(({ id, name }) => (
        <li key={id} className="stack gap-2">
          <a href={`/api/submissions/${submission}/files/${id}`} download={name}>
            <Icon name="download" /> {name}
          </a>
          {notesOf(id).map(({ note, page }) => (
            <Said key={note.id} note={note} where={words.inFile(name, page)} />
          ))}
        </li>
      ))}
    </ul>
  );
}
