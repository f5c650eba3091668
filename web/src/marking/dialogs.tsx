import { useId, useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { words } from './words.ts';

const { help, returning } = words;

/** Every shortcut, and the switch that turns those of one key off. */
export function Help({ on, turn, close }: { on: boolean; turn: (on: boolean) => void; close: () => void }) {
  return (
    <Dialog title={help.title} onClose={close}>
      <dl className="facts">
        {help.keys.map(([keys, text]) => (
          <Row key={text} keys={keys} text={text} />
        ))}
      </dl>
      <p className="meta">{help.note}</p>
      <label className="option plain">
        <input type="checkbox" checked={on} onChange={({ target }) => turn(target.checked)} />
        {help.on}
      </label>
      <p>
        <button type="button" className="btn" data-safe onClick={close}>
          {help.close}
        </button>
      </p>
    </Dialog>
  );
}

const Row = ({ keys, text }: { keys: readonly string[]; text: string }) => (
  <>
    <dt>
      {keys.map((key, i) => (
        <span key={key}>
          {i > 0 && (keys[0] === '0' ? ` ${help.row.to} ` : ' ')}
          <kbd>{key}</kbd>
        </span>
      ))}
    </dt>
    <dd>{text}</dd>
  </>
);

type ReturningProps = { send: (note: string) => void; busy: boolean; refused: string | null; close: () => void };

/** Says what happens, and asks what should be corrected. */
export function Returning({ send, busy, refused, close }: ReturningProps) {
  const [note, setNote] = useState('');
  const id = useId();
  return (
    <Dialog title={returning.title} onClose={close}>
      <p>{returning.text}</p>
      <form
        className="stack gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send(note);
        }}
      >
        <div className="field">
          <label htmlFor={id}>{returning.note}</label>
          <textarea
            className="input"
            id={id}
            rows={4}
            required
            maxLength={4000}
            data-safe
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </div>
        {refused && <p role="alert">{refused}</p>}
        <p className="cluster">
          <button className="btn primary" aria-busy={busy}>
            {returning.send}
          </button>
          <button type="button" className="btn quiet" onClick={close}>
            {returning.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
