import { type RefObject, useId, useMemo } from 'react';
import { AnnotatedText } from '../rubric/annotated-text.tsx';
import { anchorOf, type Passage, sentencesOf, wordsOf } from '../rubric/annotate.ts';
import { type Annotation, orderNotes } from '../rubric/order-notes.ts';
import { Icon } from '../ui/icon.tsx';
import type { Item } from './mark-keeper.ts';
import { NewNote } from './new-note.tsx';
import { NoteText } from './note.tsx';
import { words } from './words.ts';

const { notes: says } = words;

/** A comment that is being written: on a passage, or in place of another. */
export type Writing = { passage: Passage; instead?: Annotation };

type TextProps = {
  item: Item;
  html: string;
  annotations: readonly Annotation[];
  by: string;
  writing: Writing | null;
  readOnly: boolean;
  text: RefObject<HTMLDivElement | null>;
  write: (writing: Writing | null) => void;
  save: (anchor: Annotation['anchor'], body: string, instead?: Annotation) => void;
  remove: (annotation: Annotation) => void;
  bank: (insert: (body: string) => void) => void;
};

const draftId = 'writing';
const untouched = { remove: null, edit: null };

/** The text of a submission, with what is said of its passages. */
export function TextNotes(props: TextProps) {
  const { item, html, annotations, by, writing, readOnly, text, write, save, remove, bank } = props;
  const plain = useMemo(() => wordsOf(html), [html]);
  const shown: Annotation[] = annotations.filter(({ id }) => id !== writing?.instead?.id);
  const all = writing ? [...shown, { id: draftId, body: '', at: '', anchor: anchorOf(plain, writing.passage) }] : shown;
  const { passages, notes } = orderNotes(
    html,
    all,
    item.versions.flatMap(({ files }) => files.map(({ id }) => id)),
  );
  const noteOf = (n: number) => {
    const note = notes.get(n);
    if (!note) return null;
    const passage = passages.find((each) => each.n === n);
    if (note.id !== draftId || !writing) {
      const change = { remove: () => remove(note), edit: () => passage && write({ passage, instead: note }) };
      return <NoteText note={note} by={by} zone={item.timeZone} {...(readOnly ? untouched : change)} />;
    }
    return (
      <NewNote
        n={n}
        first={writing.instead?.body ?? ''}
        save={(body) => save(note.anchor, body, writing.instead)}
        discard={() => write(null)}
        bank={bank}
      />
    );
  };
  return (
    <>
      <AnnotatedText html={html} passages={passages} note={noteOf} ref={text} />
      {!readOnly && <Choose html={html} plain={plain} writing={writing} write={write} text={text} />}
    </>
  );
}

type ChooseProps = Pick<TextProps, 'html' | 'writing' | 'write' | 'text'> & { plain: string };

/** The way without a mouse: a sentence chosen from a list. */
function Choose({ html, plain, writing, write }: ChooseProps) {
  const id = useId();
  const sentences = useMemo(() => sentencesOf(html), [html]);
  if (sentences.length === 0 || writing) return null;
  return (
    <form
      className="cluster nowrap gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = Number(new FormData(event.currentTarget).get('sentence'));
        const passage = sentences[chosen];
        if (passage) write({ passage });
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {says.passage}
      </label>
      <select className="input" id={id} name="sentence" data-choose-passage>
        {sentences.map(({ start, end }, i) => (
          <option key={start} value={i}>
            {plain.slice(start, end).slice(0, 90)}
          </option>
        ))}
      </select>
      <button className="btn">
        <Icon name="message" />
        {says.add}
      </button>
    </form>
  );
}
