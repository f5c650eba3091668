import { Link } from 'react-router';
import { PrintButton } from '../ui/print-button.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Toc } from './chapters.tsx';
import type { Publication } from './publication-type.ts';
import { words } from './words.ts';

const { reading } = words;

type CitationProps = { publication: Publication; number: number | null };

/** Beside the text: its sections, the terms it uses, and how to cite it. */
export function Margins({ publication, number, opening }: CitationProps & { opening: boolean }) {
  const { toc, terms } = publication.chapter;
  return (
    <aside className="stack gap-6 side" aria-label={reading.margins}>
      {number !== null && toc.length > 0 && (
        <nav className="stack gap-2" aria-labelledby="on-this-page">
          <SectionTitle id="on-this-page" thin>
            {reading.onThisPage}
          </SectionTitle>
          <Toc toc={toc} />
        </nav>
      )}
      {!opening && <Terms terms={terms} />}
      <section className="stack gap-3" aria-labelledby="cite">
        <SectionTitle id="cite" thin>
          {reading.cite}
        </SectionTitle>
        <Citation publication={publication} number={number} />
        <p>
          <PrintButton label={reading.print} />
        </p>
      </section>
    </aside>
  );
}

function Terms({ terms }: Pick<Publication['chapter'], 'terms'>) {
  if (terms.length === 0) return null;
  return (
    <section className="stack gap-3" aria-labelledby="terms">
      <SectionTitle id="terms" thin>
        {reading.terms}
      </SectionTitle>
      <dl className="margin-terms">
        {terms.map(({ id, term, definition }) => (
          <div key={id}>
            <dt>
              <Link to={`/glosario#${id}`}>{term}</Link>
            </dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Citation({ publication, number }: CitationProps) {
  const { title, edition, reviewedOn, chapter } = publication;
  const { citation } = reading;
  return (
    <p className="citation">
      {citation.author(reviewedOn.slice(0, 4))}
      {number !== null && citation.chapter(chapter.title)}
      <em>{title}</em>
      {citation.edition(edition, number)}
    </p>
  );
}
