import type { Schemas } from '../api/client.ts';
import { day, hour, points } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { changesOf } from './changes.ts';
import { says } from './question-words.ts';

type Question = Schemas['BankQuestion'];
type Version = Question['versions'][number];

/** All that a question said, the last first, and what each version changed. */
export function Versions({ question, zone }: { question: Question; zone: string }) {
  const { versions, currentVersionId } = question;
  const currentN = versions.find(({ id }) => id === currentVersionId)?.n ?? 0;
  return (
    <section className="stack gap-4" aria-labelledby="versions">
      <SectionTitle id="versions">{says.versionsHeading}</SectionTitle>
      <ol className="versions" reversed>
        {versions.map((version, i) => (
          <li key={version.id} className="stack gap-2">
            <h3 className="cluster gap-3">
              {says.version(version.n)}
              {version.id === currentVersionId && (
                <Status tone="success" icon="check-circle">
                  {says.current}
                </Status>
              )}
              {version.n > currentN && (
                <Status tone="pending" icon="clock">
                  {says.draft}
                </Status>
              )}
            </h3>
            <p className="meta">
              {[
                says.author(version.author),
                `${day(version.createdAt, zone)}, ${hour(version.createdAt, zone)}`,
                says.points(points(version.points)),
                says.answers(version.answers),
              ].join(' · ')}
            </p>
            {version.note && <p>{version.note}</p>}
            <Changes version={version} before={versions[i + 1]} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({ version, before }: { version: Version; before: Version | undefined }) {
  if (!before) return <p className="fine">{says.first}</p>;
  const changes = changesOf(version, before);
  if (changes.length === 0) return <p className="fine">{says.noChanges}</p>;
  return (
    <dl className="changes">
      {changes.map(({ name, before: old, after }, i) => (
        <div key={i}>
          <dt>{name}</dt>
          <dd>
            {old && <del>{old}</del>} {after && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
