import './certificate.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { day } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Status } from '../ui/status.tsx';
import { type Certificate, Sheet } from './sheet.tsx';
import { VerifyForm } from './verify-form.tsx';
import { words } from './words.ts';

const { result } = words;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const code = params['code'] ?? '';
  const found = await read(api.GET('/api/verification/{code}', { params: { path: { code } }, signal: request.signal }));
  return { ...found, code };
}

export const handle: Handle<typeof loader> = {
  title: ({ state }) => result.titles[state],
  description: result.description,
};

export function Component() {
  const { state, certificate, code } = useLoaderData<typeof loader>();
  if (!certificate) return <Unknown code={code} />;
  return (
    <main id="main" className="wrap stack gap-5">
      <header className="cluster between no-print">
        <div className="stack gap-1">
          <h1 className="certificate-title">{result.titles[state]}</h1>
          {state === 'valid' && (
            <p>
              <Status tone="success" icon="check-circle" wrap>
                {result.issued(dayOf(certificate.issuedAt))}
              </Status>
            </p>
          )}
        </div>
        <p className="cluster gap-2">
          {state === 'valid' && <PrintButton label={result.print} />}
          <Link className="btn" to="/verificar">
            {result.again}
          </Link>
        </p>
      </header>
      {certificate.annulledAt && <Annulled certificate={certificate} />}
      <Sheet certificate={certificate} />
      <p className="meta no-print">{result.note}</p>
    </main>
  );
}

/** The record is kept in the capital, whatever the region of the certificate. */
const dayOf = (instant: string) => day(instant, 'America/Santiago', { year: true });

function Annulled({ certificate: { annulledAt, issuedAt, replacedBy } }: { certificate: Certificate }) {
  const date = dayOf(annulledAt ?? issuedAt);
  if (!replacedBy)
    return (
      <Notice tone="danger" role="alert" title={result.annulled}>
        {result.annulledText(date)}
      </Notice>
    );
  return (
    <Notice tone="danger" role="alert" title={result.replaced(replacedBy.folio)}>
      <p>
        {result.replacedText(date)} <Link to={`/verificar/${replacedBy.code}`}>{result.seeNew}</Link>.
      </p>
    </Notice>
  );
}

function Unknown({ code }: { code: string }) {
  return (
    <main id="main" className="wrap stack gap-6">
      <h1>{result.titles.unknown}</h1>
      <Notice tone="danger" role="alert" title={result.unknown}>
        {result.unknownText(code)}
      </Notice>
      <VerifyForm code={code} />
    </main>
  );
}
