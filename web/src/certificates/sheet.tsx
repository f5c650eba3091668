import type { Schemas } from '../api/client.ts';
import { calendarDay } from '../ui/format.ts';
import { TerritoryStrip } from '../ui/territory-strip.tsx';
import { words } from './words.ts';

const { result } = words;

/** Regions by their code in the strip, as the register keeps them, with the CUT code that the strip wants. */
const cuts: Record<string, string> = {
  ...{ AP: '15', TA: '01', AN: '02', AT: '03', CO: '04', VA: '05', RM: '13', LI: '06' },
  ...{ ML: '07', NB: '16', BI: '08', AR: '09', LR: '14', LL: '10', AI: '11', MA: '12' },
};

/** As people read it out: four and four. */
const grouped = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? code;

export type Certificate = NonNullable<Schemas['Verification']['certificate']>;

/** What anyone may see of a certificate, in the shape of the document. */
export function Sheet({ certificate }: { certificate: Certificate }) {
  const { code, folio, kind, personName, run, institution, regionStrip, title, minutes } = certificate;
  const { startedOn, completedOn, annulledAt } = certificate;
  return (
    <div className="certificate">
      <article className={annulledAt ? 'certificate-sheet annulled' : 'certificate-sheet'} aria-label={result.sheet}>
        <span className="flag-stripe" aria-hidden="true" />
        <TerritoryStrip on={regionStrip ? [cuts[regionStrip] ?? regionStrip] : []} />
        <div>
          <p className="issuer">{result.undersecretariat}</p>
          <p className="kicker">{result.unit}</p>
          {annulledAt && <p className="void">{result.void}</p>}
        </div>
        <div className="stack gap-2">
          <p className="kicker">{result.certifies}</p>
          <p className="holder">{personName}</p>
          <p className="kicker">{[result.run(run), institution].filter(Boolean).join(' · ')}</p>
        </div>
        <div className="stack gap-2">
          <p className="statement">{result.passed(kind)}</p>
          <p className="award">{title}</p>
          <p className="statement">{result.facts(minutes, calendarDay(startedOn), calendarDay(completedOn))}</p>
        </div>
        <div className="certificate-foot">
          <p className="verify">
            <span>
              {result.folio} <strong>{folio}</strong>
              <br />
              {result.code} <strong>{grouped(code)}</strong>
            </span>
          </p>
        </div>
      </article>
    </div>
  );
}
