import './about.css';
import { SectionTitle } from '../ui/section-title.tsx';
import type { AboutText } from './words.ts';

/** A page about the platform, with a list of its sections. */
export function About({ title, lead, sections }: AboutText) {
  return (
    <main id="main" className="wrap stack gap-6">
      <header className="stack gap-3">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      <div className="split aside-first">
        <nav aria-label={`Secciones de ${title}`}>
          <ol className="rows tappable">
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="stack gap-6 about">
          {sections.map((section) => (
            <section key={section.id} className="stack gap-3" aria-labelledby={section.id}>
              <SectionTitle id={section.id}>{section.title}</SectionTitle>
              {section.paragraphs.map((text) => (
                <p key={text}>{text}</p>
              ))}
              {section.points && (
                <ul>
                  {section.points.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              )}
            </section>
          ))}
        </div>
      </div>
    </main>
  );
}
