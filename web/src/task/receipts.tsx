import type { Schemas } from '../api/client.ts';
import { useMe } from '../shell/root.ts';
import { deadline } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { weight } from '../ui/upload-words.ts';
import { words } from './words.ts';

type Task = Schemas['Task'];
type Version = Task['versions'][number];

/** What was handed in, each version with its receipt: the newest first. */
export function Receipts({ task }: { task: Task }) {
  return task.versions.map((version) => <Receipt key={version.n} task={task} version={version} />);
}

function Receipt({ task: { timeZone, submissionId }, version }: { task: Task; version: Version }) {
  const reader = useMe()?.timeZone;
  const { n, folio, submittedAt, by, html, words: length, files, lateMinutes, penalty } = version;
  return (
    <section className="stack gap-3" aria-labelledby={`receipt-${n}`}>
      <SectionTitle id={`receipt-${n}`}>{words.receipt(n)}</SectionTitle>
      <dl className="facts">
        <dt>{words.folio}</dt>
        <dd>
          <strong>{folio}</strong>
        </dd>
        <dt>{words.at}</dt>
        <dd>{deadline(submittedAt, timeZone, reader)}</dd>
        <dt>{words.by}</dt>
        <dd>{by}</dd>
        <dt>{words.lateBy}</dt>
        <dd>{lateMinutes === 0 ? words.onTime : words.lateFor(lateMinutes, penalty)}</dd>
        <dt>{words.length}</dt>
        <dd>{words.words(length)}</dd>
      </dl>
      {files.length > 0 && (
        <ul className="rows" aria-label={words.attached}>
          {files.map(({ id, name, size, sha256 }) => (
            <li key={id}>
              <a className="tap" href={`/api/submissions/${submissionId ?? ''}/files/${id}`}>
                {name}
              </a>
              <p className="meta break-word">
                {weight(size)} · {words.hash}: {sha256}
              </p>
            </li>
          ))}
        </ul>
      )}
      {html && (
        <details>
          <summary>{words.see}</summary>
          <Html html={html} className="prose" block />
        </details>
      )}
      <p>
        <PrintButton label={words.print} />
      </p>
    </section>
  );
}
