import { Link } from 'react-router';
import { Cover } from '../ui/cover.tsx';
import { Icon } from '../ui/icon.tsx';
import { addressOf } from './publication.tsx';
import type { Publication } from './publication-type.ts';
import { words } from './words.ts';

const { reading } = words;

type ChaptersProps = {
  publication: Publication;
  /** Whether this is the page that presents the publication, and no chapter. */
  opening: boolean;
};

/** The publication and its chapters; of one chapter, its sections. Folded on a phone. */
export function Chapters({ publication, opening }: ChaptersProps) {
  const { kind, title, edition, chapters, chapter } = publication;
  const whole = chapters.length === 1;
  const name = whole ? reading.onThisPage : reading.chapters;
  const empty = whole && chapter.toc.length === 0;
  return (
    <nav aria-label={name} className="chapters">
      <div className="book">
        <Cover kind={kind} label={words.kinds[kind]} title={title} foot={edition} />
        <p>
          <strong>{title}</strong>
          <br />
          <span className="meta">
            {words.kinds[kind]}, {words.edition(edition).toLowerCase()}
          </span>
        </p>
      </div>
      {!empty && (
        <details>
          <summary>
            <span>{name}</span>
            <Icon name="chevron-down" />
          </summary>
          {whole ? <Toc toc={chapter.toc} /> : <ChapterList publication={publication} opening={opening} />}
        </details>
      )}
    </nav>
  );
}

function ChapterList({ publication: { slug, chapters, chapter }, opening }: ChaptersProps) {
  return (
    <ol className="rows tappable">
      {chapters.map(({ key, title }, index) => (
        <li key={key}>
          <Link to={addressOf(slug, key)} aria-current={!opening && key === chapter.key ? 'page' : undefined}>
            <span className="number">{index + 1}</span>
            <span>{title}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** The sections of the text. */
export function Toc({ toc }: { toc: Publication['chapter']['toc'] }) {
  return (
    <ol className="rows tappable">
      {toc.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  );
}

type PagerProps = ChaptersProps & {
  /** Whether there is a page that presents the publication. */
  presented: boolean;
};
type Neighbour = { to: string; name: string } | undefined;

/** What comes before and after this page: chapters and, ahead of the first, the presentation. */
function neighboursOf({ publication: { slug, chapters, chapter }, opening, presented }: PagerProps) {
  const here = opening ? -1 : chapters.findIndex(({ key }) => key === chapter.key);
  const chapterAt = (index: number): Neighbour => {
    const found = chapters[index];
    return found && { to: addressOf(slug, found.key), name: reading.numbered(index + 1, found.title) };
  };
  const presentation: Neighbour =
    presented && here === 0 ? { to: addressOf(slug), name: reading.presentation } : undefined;
  return { before: here > 0 ? chapterAt(here - 1) : presentation, after: chapterAt(here + 1) };
}

/** The pages before and after this one. */
export function Pager(props: PagerProps) {
  const { before, after } = neighboursOf(props);
  if (!before && !after) return null;
  return (
    <nav className="pager" aria-label={reading.pager}>
      {before ? (
        <Link to={before.to} rel="prev">
          <span>{reading.previous}</span>
          <b>{before.name}</b>
        </Link>
      ) : (
        <span />
      )}
      {after && (
        <Link to={after.to} rel="next">
          <span>{reading.next}</span>
          <b>{after.name}</b>
        </Link>
      )}
    </nav>
  );
}
