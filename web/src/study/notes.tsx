import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import type { Refused } from '../api/client.ts';
import { Icon } from '../ui/icon.tsx';
import { newId } from '../ui/id.ts';
import { refusals } from '../words/refusals.ts';
import type { Lesson, NoteAnswer } from './lesson-data.ts';
import { words } from './words.ts';

const { note: says, lesson } = words;

type Note = Pick<Lesson['notes'][number], 'id' | 'body'>;

/** One's own notes. What is written shows at once; what could not be saved stays, to be tried again. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  const [added, setAdded] = useState<Note[]>([]);
  const [writing, setWriting] = useState<string | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const known = new Set(notes.map(({ id }) => id));
  const all = [...notes, ...added.filter(({ id }) => !known.has(id))];
  const done = (body: string | null) => {
    if (body !== null && writing !== null) setAdded([...added, { id: writing, body }]);
    setWriting(null);
    add.current?.focus();
  };
  return (
    <section className="margin-note stack gap-3" aria-labelledby="notes">
      <strong id="notes">{lesson.notes}</strong>
      {all.length > 0 && (
        <ul className="notes stack gap-3">
          {all.map((note) => (
            <NoteItem
              key={note.id}
              note={note}
              fresh={!known.has(note.id)}
              forget={() => setAdded(added.filter(({ id }) => id !== note.id))}
            />
          ))}
        </ul>
      )}
      {writing !== null && <NoteForm body="" done={done} />}
      <p className="no-print" hidden={writing !== null}>
        <button ref={add} type="button" className="btn" onClick={() => setWriting(newId())}>
          <Icon name="edit" />
          {says.add}
        </button>
      </p>
    </section>
  );
}

const startOf = (body: string) => (body.length > 40 ? `${body.slice(0, 40)}…` : body);

type ItemProps = {
  note: Note;
  /** Written here and not read back yet: it saves itself. */
  fresh: boolean;
  forget: () => void;
};

function NoteItem({ note, fresh, forget }: ItemProps) {
  const saver = useFetcher<NoteAnswer>();
  const eraser = useFetcher<NoteAnswer>();
  const [body, setBody] = useState(note.body);
  const [editing, edit] = useState(false);
  const save = (text: string) => void saver.submit({ do: 'save', note: note.id, body: text }, { method: 'post' });
  useOnce(fresh, () => save(note.body));

  if (eraser.state !== 'idle' || eraser.data?.refused === null) return null;
  const done = (text: string | null) => {
    edit(false);
    if (text === null) return;
    setBody(text);
    save(text);
  };
  const refused = saver.state === 'idle' ? saver.data?.refused : null;
  const erase = () => {
    if (fresh && refused) forget();
    else void eraser.submit({ do: 'erase', note: note.id }, { method: 'post' });
  };
  if (editing) {
    return (
      <li>
        <NoteForm body={body} done={done} />
      </li>
    );
  }
  return (
    <li className="stack gap-1">
      <p className="note-body">{body}</p>
      <Refusals saver={saver} eraser={eraser} again={() => save(body)} />
      <Tools body={body} edit={() => edit(true)} erase={erase} />
    </li>
  );
}

/** Does it at the first showing, and only then. */
function useOnce(wanted: boolean, act: () => void): void {
  const begun = useRef(false);
  useEffect(() => {
    if (!wanted || begun.current) return;
    begun.current = true;
    act();
  });
}

type Sender = { state: string; data: NoteAnswer | undefined };

/** What became of saving and of erasing. */
function Refusals({ saver, eraser, again }: { saver: Sender; eraser: Sender; again: () => void }) {
  if (saver.state !== 'idle') return <span className="meta">{says.saving}</span>;
  return (
    <>
      {saver.data?.refused && (
        <Refusal title={says.refused} code={saver.data.refused.code}>
          <p>
            <button type="button" className="btn" onClick={again}>
              {says.again}
            </button>
          </p>
        </Refusal>
      )}
      {eraser.data?.refused && <Refusal title={says.notErased} code={eraser.data.refused.code} />}
    </>
  );
}

type RefusalProps = { title: string; code: Refused['code']; children?: ReactNode };

function Refusal({ title, code, children }: RefusalProps) {
  return (
    <div role="alert" className="stack gap-1">
      <span className="status danger wrap-text">
        <Icon name="alert" />
        {`${title}. ${refusals[code]}`}
      </span>
      {children}
    </div>
  );
}

function Tools({ body, edit, erase }: { body: string; edit: () => void; erase: () => void }) {
  return (
    <p className="cluster gap-2 no-print">
      <button type="button" className="btn quiet" aria-label={says.editSubject(startOf(body))} onClick={edit}>
        <Icon name="edit" />
        {says.edit}
      </button>
      <button type="button" className="btn quiet" aria-label={says.eraseSubject(startOf(body))} onClick={erase}>
        <Icon name="trash" />
        {says.erase}
      </button>
    </p>
  );
}

/** Where a note is written. `done` is told the text, or null where nothing is to change. */
function NoteForm({ body, done }: { body: string; done: (body: string | null) => void }) {
  const id = useId();
  const [text, write] = useState(body);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, []);
  const tooLong = text.trim().length > 4000;
  return (
    <form
      className="stack gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !tooLong) done(text.trim());
      }}
    >
      <div className="field">
        <label htmlFor={id}>{says.label}</label>
        <textarea
          ref={box}
          className="input"
          id={id}
          rows={4}
          value={text}
          aria-describedby={`${id}-hint`}
          aria-invalid={tooLong || undefined}
          onChange={({ target }) => write(target.value)}
        />
        <p className={tooLong ? 'error' : 'hint'} id={`${id}-hint`}>
          {tooLong ? says.tooLong : says.hint}
        </p>
      </div>
      <p className="cluster gap-2">
        <button className="btn primary">{says.save}</button>
        <button type="button" className="btn" onClick={() => done(null)}>
          {says.cancel}
        </button>
      </p>
    </form>
  );
}
