import type { Note } from '../rubric/order-notes.ts';
import { clockTime } from '../ui/format.ts';
import { words } from './words.ts';

const { notes: says } = words;

type NoteProps = { note: Note; by: string; zone: string; remove: (() => void) | null; edit: (() => void) | null };

/** A comment beside what it speaks of. */
export function NoteText({ note: { n, body, at }, by, zone, remove, edit }: NoteProps) {
  return (
    <div role="note" aria-label={says.label(n)}>
      <span className="body">
        <strong>{n}</strong> {body}
      </span>
      <span className="cluster gap-2 fine">
        {by}, {clockTime(at, zone)}
        {edit && (
          <button type="button" className="link" aria-label={says.editOne(n)} onClick={edit}>
            {says.edit}
          </button>
        )}
        {remove && (
          <button type="button" className="link" aria-label={says.removeOne(n)} onClick={remove}>
            {says.remove}
          </button>
        )}
      </span>
    </div>
  );
}
