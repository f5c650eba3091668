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
import { words } from './words.ts';

const { reading } = words;

type Publication = Schemas['Publication'];

/** Without a chapter, the first one. A former slug leads to the present one. */
function readPublication(slug: string, chapter: string | undefined, signal: AbortSignal): Promise<Publication> {
  if (!chapter) return read(api.GET('/api/publications/{slug}', { params: { path: { slug } }, signal }));
  return read(api.GET('/api/publications/{slug}/chapters/{chapter}', { params: { path: { slug, chapter } }, signal }));
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { slug = '', chapter } = params;
  const publication = await readPublication(slug, chapter, request.signal);
  if (publication.slug !== slug) throw redirect(addressOf(publication.slug, chapter), 301);
  return { publication, text: await readText(publication.chapter.sha, request.signal) };
}

/** Of one chapter, a publication has no need to name it. */
const isWhole = ({ chapters }: Publication) => chapters.length === 1;
const titleOf = (publication: Publication) => (isWhole(publication) ? publication.title : publication.chapter.title);

export const handle: Handle<typeof loader> = {
  title: ({ publication }) =>
    isWhole(publication) ? publication.title : `${publication.chapter.title} · ${publication.title}`,
  description: ({ publication }) => publication.summary,
};

export function Component() {
  const { publication, text } = useLoaderData<typeof loader>();
  const { slug, title, reviewedOn, chapters, chapter } = publication;
  const number = isWhole(publication) ? null : chapters.findIndex(({ key }) => key === chapter.key) + 1;
  const trail = [{ to: '/biblioteca', name: words.library.title }];
  return (
    <main id="main" className="wrap pad-top-4">
      <Breadcrumbs trail={number === null ? trail : [...trail, { to: addressOf(slug), name: title }]} />
      <div className="reading">
        <Chapters publication={publication} />
        <article>
          <ReadingHead publication={publication} number={number} />
          <Notice tone="pending" icon="info" title={reading.validation}>
            {reading.reviewed(calendarDay(reviewedOn))}
          </Notice>
          <Fragment text={text} className="prose numbered" />
          <Pager publication={publication} />
        </article>
        <Margins publication={publication} number={number} />
      </div>
    </main>
  );
}

function ReadingHead({ publication, number }: { publication: Publication; number: number | null }) {
  const { kind, edition, summary, chapter } = publication;
  const facts = [
    number === null ? `${words.kinds[kind]} · ${words.edition(edition)}` : reading.chapter(number),
    words.minutes(chapter.minutes),
  ];
  return (
    <header className="stack gap-3">
      <p className="meta">{facts.join(' · ')}</p>
      <h1>{titleOf(publication)}</h1>
      {(number === null || number === 1) && <p className="lead">{summary}</p>}
    </header>
  );
}
