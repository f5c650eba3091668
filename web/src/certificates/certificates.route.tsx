import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Empty } from '../ui/empty.tsx';
import { day, grade, hours } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { mine } = words;

export const handle: Handle = { title: mine.title, description: mine.description };

export const loader = ({ request }: LoaderFunctionArgs) =>
  read(api.GET('/api/certificates', { signal: request.signal }));

export function Component() {
  const { items } = useLoaderData<typeof loader>();
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  return (
    <main id="main" className="wrap stack gap-6">
      <header className="stack gap-3">
        <h1>{mine.title}</h1>
        <p className="lead">{mine.lead}</p>
      </header>
      {items.length === 0 ? (
        <Empty text={mine.empty}>
          <Link className="btn" to="/inicio">
            {mine.goOn}
          </Link>
        </Empty>
      ) : (
        <section aria-labelledby="issued" className="stack gap-2">
          <SectionTitle id="issued">{mine.list}</SectionTitle>
          <ul className="rows">
            {items.map((item) => (
              <Mine key={item.id} item={item} zone={zone} />
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

type MineProps = { item: Schemas['CertificateList']['items'][number]; zone: string };

function Mine({ item, zone }: MineProps) {
  const { id, kind, title, folio, code, issuedAt, grade: tenths, minutes, annulled, replaced } = item;
  const facts = [mine.kinds[kind], hours(minutes), tenths !== null && mine.grade(grade(tenths)), mine.folio(folio)];
  return (
    <li className="cluster between">
      <div className="stack gap-1">
        <h3>{title}</h3>
        <p className="meta">{facts.filter(Boolean).join(' · ')}</p>
        <p>
          {annulled ? (
            <Status tone="danger" icon="alert">
              {replaced ? mine.replaced : mine.annulled}
            </Status>
          ) : (
            <Status tone="success" icon="check-circle">
              {mine.issued(day(issuedAt, zone, { year: true }))}
            </Status>
          )}
        </p>
      </div>
      <p className="cluster gap-2">
        {!annulled && (
          <a className="btn" href={`/api/certificates/${id}/pdf`} download aria-label={mine.downloadOf(title)}>
            <Icon name="download" />
            {mine.download}
          </a>
        )}
        <Link className="btn quiet" to={`/verificar/${code}`} aria-label={mine.publicOf(title)}>
          {mine.public}
        </Link>
      </p>
    </li>
  );
}
