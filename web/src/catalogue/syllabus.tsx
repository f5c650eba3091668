import type { Schemas } from '../api/client.ts';
import { Icon } from '../ui/icon.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './words.ts';

const { page } = words;

type Module = Schemas['Course']['modules'][number];

/** The modules with their lessons, the first one unfolded. */
export function Syllabus({ modules }: { modules: readonly Module[] }) {
  return (
    <section className="stack gap-2" aria-labelledby="syllabus">
      <SectionTitle id="syllabus">
        {page.syllabus} {modules.some(({ units }) => units.length > 0) && <span>{page.syllabusNote}</span>}
      </SectionTitle>
      <ol className="syllabus">
        {modules.map((module, index) => (
          <li key={module.key}>
            <details open={index === 0}>
              <ModuleSummary module={module} number={index + 1} />
              <p>{module.summary}</p>
              <Units units={module.units} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ModuleSummary({ module: { title, units }, number }: { module: Module; number: number }) {
  const lessons = units.filter(({ kind }) => kind === 'lesson').length;
  return (
    <summary>
      <span className="number">{number}</span>
      <b>{title}</b>
      <span className="leader wide-only" />
      {lessons > 0 && <span className="meta">{page.lessons(lessons)}</span>}
      <Icon name="chevron-down" />
    </summary>
  );
}

function Units({ units }: { units: Module['units'] }) {
  if (units.length === 0) return null;
  return (
    <ol className="units">
      {units.map(({ key, kind, title, minutes }) => (
        <li key={key}>
          <span>{title}</span>
          <span className="meta">
            {kind !== 'lesson' && `${page[kind]} · `}
            {page.minutes(minutes)}
          </span>
        </li>
      ))}
    </ol>
  );
}
