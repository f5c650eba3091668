import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Cover } from '../ui/cover.tsx';
import { Icon } from '../ui/icon.tsx';
import { Highlighted } from './highlighted.tsx';
import { words } from './words.ts';

type Item = Schemas['LibraryItem'];
type Passage = Item['passages'][number];

/** Where a publication, a chapter of it or a place in that is read. */
export const addressOf = (slug: string, chapter: string | null = null, anchor: string | null = null) =>
  `/biblioteca/${slug}${chapter ? `/${chapter}` : ''}${anchor ? `#${anchor}` : ''}`;

/** A publication of the library and, after a search, where the words were found. */
export function Publication({ item }: { item: Item }) {
  const { kind, slug, title, summary, edition, topics, minutes, passages } = item;
  return (
    <li className="publication">
      <Cover kind={kind} label={words.kinds[kind]} title={title} foot={words.edition(edition)} />
      <div className="stack gap-2">
        <div className="heading stack gap-2">
          <p className="meta">{[words.kinds[kind], words.edition(edition), words.minutes(minutes)].join(' · ')}</p>
          <h3>
            <Link to={addressOf(slug)}>{title}</Link>
          </h3>
        </div>
        <p>{summary}</p>
        {topics.length > 0 && <p className="meta">{topics.map(({ name }) => name).join(' · ')}</p>}
        <Passages title={title} slug={slug} passages={passages} />
        <p className="downloads">
          <Link to={addressOf(slug)} aria-label={words.library.readOf(title)}>
            <Icon name="eye" />
            {words.library.readOnline}
          </Link>
        </p>
      </div>
    </li>
  );
}

type PassagesProps = { title: string; slug: string; passages: readonly Passage[] };

function Passages({ title, slug, passages }: PassagesProps) {
  if (passages.length === 0) return null;
  return (
    <ul className="rows passages" aria-label={words.library.passages(title)}>
      {passages.map((passage, index) => (
        <li key={index}>
          <Link to={addressOf(slug, passage.chapter, passage.anchor)}>{headingOf(passage)}</Link>
          <p className="meta">
            <Highlighted pieces={passage.excerpt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

const headingOf = ({ chapterTitle, heading }: Passage) =>
  chapterTitle && chapterTitle !== heading ? `${chapterTitle}: ${heading}` : heading;
