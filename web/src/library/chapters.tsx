import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Cover } from '../ui/cover.tsx';
import { Icon } from '../ui/icon.tsx';
import { addressOf } from './publication.tsx';
import { words } from './words.ts';

const { reading } = words;

type Publication = Schemas['Publication'];

/** The publication and its chapters; of one chapter, its sections. Folded on a phone. */
export function Chapters({ publication }: { publication: Publication }) {
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
          {whole ? <Toc toc={chapter.toc} /> : <ChapterList publication={publication} />}
        </details>
      )}
    </nav>
  );
}

function ChapterList({ publication: { slug, chapters, chapter } }: { publication: Publication }) {
  return (
    <ol className="rows tappable">
      {chapters.map(({ key, title }, index) => (
        <li key={key}>
          <Link to={addressOf(slug, key)} aria-current={key === chapter.key ? 'page' : undefined}>
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

/** The chapters before and after this one. */
export function Pager({ publication: { slug, chapters, chapter } }: { publication: Publication }) {
  const here = chapters.findIndex(({ key }) => key === chapter.key);
  const [before, after] = [chapters[here - 1], chapters[here + 1]];
  if (!before && !after) return null;
  return (
    <nav className="pager" aria-label={reading.pager}>
      {before ? (
        <Link to={addressOf(slug, before.key)} rel="prev">
          <span>{reading.previous}</span>
          <b>{reading.numbered(here, before.title)}</b>
        </Link>
      ) : (
        <span />
      )}
      {after && (
        <Link to={addressOf(slug, after.key)} rel="next">
          <span>{reading.next}</span>
          <b>{reading.numbered(here + 2, after.title)}</b>
        </Link>
      )}
    </nav>
  );
}
