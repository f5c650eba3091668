import { useEffect, useId, useRef, useState } from 'react';
import { words } from './words.ts';

const { notes: says } = words;

type NewNoteProps = {
  n: number;
  first?: string;
  save: (body: string) => void;
  discard: () => void;
  bank: (insert: (body: string) => void) => void;
};

/** Writes a comment where it will stand. Ctrl and Enter save it, Escape gives it up. */
export function NewNote({ n, first = '', save, discard, bank }: NewNoteProps) {
  const [body, write] = useState(first);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const keep = () => {
    if (body.trim()) save(body.trim());
  };
  return (
    <form
      className="stack gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label htmlFor={id}>
        <strong>{n}</strong> {says.new}
      </label>
      <textarea
        className="input meta"
        id={id}
        ref={field}
        rows={3}
        maxLength={4000}
        value={body}
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') discard();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            keep();
          }
        }}
      />
      <span className="cluster gap-2">
        <button className="btn primary" disabled={!body.trim()}>
          {says.save}
        </button>
        <button type="button" className="btn quiet" onClick={discard}>
          {says.discard}
        </button>
        <button
          type="button"
          className="btn quiet"
          onClick={() => bank((more) => write([body, more].filter(Boolean).join('\n')))}
        >
          {says.bank}
        </button>
      </span>
    </form>
  );
}
