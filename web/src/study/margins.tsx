import { Link } from 'react-router';
import { PrintButton } from '../ui/print-button.tsx';
import type { Lesson } from './lesson-data.ts';
import { Notes } from './notes.tsx';
import { words } from './words.ts';

const { lesson: says } = words;

/** Beside the text: its sections, the terms it uses, and one's own notes. */
export function Margins({ lesson }: { lesson: Lesson }) {
  const { toc, terms } = lesson.unit;
  return (
    <aside className="stack gap-5 margins" aria-label={says.margins}>
      {toc.length > 0 && (
        <nav className="margin-note stack gap-1 wide-only no-print" aria-label={says.onThisPage}>
          <strong>{says.onThisPage}</strong>
          {toc.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
      )}
      {terms.map(({ id, term, definition }) => (
        <div key={id} className="margin-note stack gap-2" data-term-note={id}>
          <strong>
            <Link to={`/glosario#${id}`}>{term}</Link>
          </strong>
          <p>{definition}</p>
        </div>
      ))}
      <Notes notes={lesson.notes} />
      <div className="margin-note stack gap-2 no-print">
        <strong>{says.takeAway}</strong>
        <p>
          <PrintButton label={says.print} />
        </p>
      </div>
    </aside>
  );
}
