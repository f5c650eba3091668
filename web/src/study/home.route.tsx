import './home.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { type Person, useMe } from '../shell/root.ts';
import { now } from '../ui/clock.ts';
import { Cover } from '../ui/cover.tsx';
import { Empty } from '../ui/empty.tsx';
import { day, longDay, partsOf } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Progress } from '../ui/progress.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { settled, useOutbox } from './activity.ts';
import { Due } from './due.tsx';
import { Formation } from './formation.tsx';
import { addressOfUnit } from './unit-address.ts';
import { words } from './words.ts';

const { home: says } = words;

type Home = Schemas['Home'];

export const handle: Handle = { title: says.title, description: says.description };

export async function loader({ request }: LoaderFunctionArgs) {
  await settled();
  return { home: await read(api.GET('/api/home', { signal: request.signal })), now: now() };
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function Component() {
  const { home, now: at } = useLoaderData<typeof loader>();
  useOutbox();
  const me = useMe();
  const isEmpty = home.programmes.length + home.courses.length === 0;
  return (
    <main id="main" className="wrap home">
      <div className="stack gap-5">
        {me && <Greeting me={me} at={at} />}
        <div className="split">
          <div className="stack gap-8">
            {home.resume && <Resume resume={home.resume} region={me?.regionCut} />}
            {isEmpty ? <Nothing /> : <Due due={home.due} at={at} />}
            <Formation home={home} />
          </div>
          <aside className="stack gap-7">
            <Advance home={home} />
            <Certificates certificates={home.certificates} zone={me?.timeZone ?? 'America/Santiago'} />
          </aside>
        </div>
      </div>
    </main>
  );
}

function Greeting({ me: { givenNames, institution, timeZone }, at }: { me: Person; at: number }) {
  const [firstName = ''] = givenNames.split(' ');
  return (
    <header className="stack gap-1">
      <p className="meta">{[upperFirst(longDay(at, timeZone)), institution].filter(Boolean).join(' · ')}</p>
      <h1>{says.greeting(partsOf(at, timeZone).hour, firstName)}</h1>
    </header>
  );
}

function Nothing() {
  return (
    <Empty text={says.empty}>
      <Link className="btn primary" to="/oferta">
        {says.goToOffer}
      </Link>
    </Empty>
  );
}

type ResumeProps = { resume: NonNullable<Home['resume']>; region: string | null | undefined };

/** Where to go on, the one main thing of the page. */
function Resume({ resume, region }: ResumeProps) {
  const { enrolmentId, unit, kind, title, course, programme, edition, moduleNumber, number, of } = resume;
  const place = kind === 'lesson' ? says.resume.lesson(moduleNumber, number, of) : says.resume[kind](moduleNumber);
  return (
    <section className="resume" aria-labelledby="resume">
      <div>
        <Cover
          kind={programme ? 'diploma' : 'course'}
          label={programme ? says.kinds.programme : says.kinds.course}
          title={programme ?? course}
          foot={edition}
          on={region ? [region] : 'all'}
        />
      </div>
      <div className="stack gap-3">
        <p className="meta">{[says.resume.where, place].join(' · ')}</p>
        <h2 id="resume">{title}</h2>
        <p className="lead">{leadOf(resume)}</p>
        <p className="cluster">
          <Link className="btn primary" to={addressOfUnit(enrolmentId, { key: unit, kind })}>
            {verbOf(resume)}
            <Icon name="arrow" />
          </Link>
        </p>
      </div>
    </section>
  );
}

function verbOf({ kind, section }: ResumeProps['resume']): string {
  if (kind === 'evaluation') return says.resume.evaluate;
  if (kind === 'task') return says.resume.toTask;
  return section ? says.resume.read : says.resume.start;
}

function leadOf({ kind, section, minutesLeft }: ResumeProps['resume']): string {
  if (kind === 'evaluation') return says.resume.evaluationLead;
  if (kind === 'task') return says.resume.taskLead;
  return (section ? says.resume.section(section) : '') + says.resume.left(Math.max(1, minutesLeft));
}

/** How far each running course is. */
function Advance({ home: { programmes, courses } }: { home: Home }) {
  const running = [...programmes.flatMap((programme) => programme.courses), ...courses].filter(
    ({ state, lessonsAll }) => state === 'running' && lessonsAll > 0,
  );
  if (running.length === 0) return null;
  return (
    <section className="stack gap-3" aria-labelledby="advance">
      <SectionTitle id="advance">{says.progress}</SectionTitle>
      <ul className="stack gap-4 advance">
        {running.map(({ slug, title, lessonsDone, lessonsAll }) => (
          <li key={slug} className="stack gap-1">
            <span>{title}</span>
            <Progress value={lessonsDone} max={lessonsAll} label={title} />
            <span className="meta">{words.line.lessons(lessonsDone, lessonsAll)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Certificates({ certificates, zone }: Pick<Home, 'certificates'> & { zone: string }) {
  if (certificates.length === 0) return null;
  return (
    <section className="stack gap-2" aria-labelledby="certificates">
      <SectionTitle id="certificates">
        {says.certificates}
        <Link className="tap" to="/certificados">
          {says.seeAll}
        </Link>
      </SectionTitle>
      <ul className="rows">
        {certificates.map(({ id, title, folio, issuedAt }) => (
          <li key={id} className="stack gap-2">
            <span>{title}</span>
            <span className="meta">{says.folio(folio, day(issuedAt, zone, { year: true }))}</span>
            <span>
              <a className="btn" href={`/api/certificates/${id}/pdf`} aria-label={says.download(folio)}>
                <Icon name="download" />
                {says.pdf}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
