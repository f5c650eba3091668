import './reading.css';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { api, read, readText, type Schemas } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { calendarDay } from '../ui/format.ts';
import { Fragment } from '../ui/fragment.tsx';
import { Notice } from '../ui/notice.tsx';
import { Chapters, Pager } from './chapters.tsx';
import { Margins } from './margins.tsx';
import { addressOf } from './publication.tsx';
import type { Publication } from './publication-type.ts';
import { words } from './words.ts';

const { reading } = words;

/** Without a chapter, the first one. A former slug leads to the present one. */
function readPublication(
  slug: string,
  chapter: string | undefined,
  signal: AbortSignal,
): Promise<Schemas['Publication']> {
  if (!chapter) return read(api.GET('/api/publications/{slug}', { params: { path: { slug } }, signal }));
  return read(api.GET('/api/publications/{slug}/chapters/{chapter}', { params: { path: { slug, chapter } }, signal }));
}

/** A manual opens with what its author says of it; whatever has one chapter, with that. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { slug = '', chapter } = params;
  const { introduction, ...publication } = await readPublication(slug, chapter, request.signal);
  if (publication.slug !== slug) throw redirect(addressOf(publication.slug, chapter), 301);
  const opening = !chapter && introduction !== '';
  const text = opening
    ? { sha: `presentacion-${slug}`, html: introduction }
    : await readText(publication.chapter.sha, request.signal);
  const here = publication.chapters.findIndex(({ key }) => key === publication.chapter.key);
  const numbered = !opening && publication.chapters.length > 1;
  return { publication, text, opening, presented: introduction !== '', number: numbered ? here + 1 : null };
}

export const handle: Handle<typeof loader> = {
  title: ({ publication: { title, chapter }, number }) => (number === null ? title : `${chapter.title} · ${title}`),
  description: ({ publication }) => publication.summary,
};

export function Component() {
  const { publication, text, opening, presented, number } = useLoaderData<typeof loader>();
  const { slug, title, reviewedOn, notices } = publication;
  const trail = [{ to: '/biblioteca', name: words.library.title }];
  return (
    <main id="main" className="wrap pad-top-4">
      <Breadcrumbs trail={number === null ? trail : [...trail, { to: addressOf(slug), name: title }]} />
      <div className="reading">
        <Chapters publication={publication} opening={opening} />
        <article>
          <ReadingHead publication={publication} number={number} />
          {notices.map((notice) => (
            <Notice key={notice} tone="pending" icon="info" title={notice}>
              {reading.reviewed(calendarDay(reviewedOn))}
            </Notice>
          ))}
          <Fragment text={text} className="prose numbered" />
          <Pager publication={publication} opening={opening} presented={presented} />
        </article>
        <Margins publication={publication} number={number} opening={opening} />
      </div>
    </main>
  );
}

type HeadProps = { publication: Publication; number: number | null };

function ReadingHead({ publication: { kind, title, edition, summary, chapter, chapters }, number }: HeadProps) {
  const minutes = chapters.reduce((sum, each) => sum + each.minutes, 0);
  const facts =
    number === null
      ? [words.kinds[kind], words.edition(edition), words.minutes(minutes)]
      : [reading.chapter(number), words.minutes(chapter.minutes)];
  return (
    <header className="stack gap-3">
      <p className="meta">{facts.join(' · ')}</p>
      <h1>{number === null ? title : chapter.title}</h1>
      {number === null && <p className="lead">{summary}</p>}
    </header>
  );
}
