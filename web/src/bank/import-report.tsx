import type { Schemas } from '../api/client.ts';
import { amount } from '../ui/format.ts';
import { Status } from '../ui/status.tsx';
import { says } from './import-words.ts';

type Report = Schemas['QuestionImport']['report'];
const most = 200;

/** Per question: whole, with a loss, or refused, and where in the file. */
export function ImportReport({ report: { imported, withLoss, refused } }: { report: Report }) {
  return (
    <div className="stack gap-4">
      <h3>{says.report}</h3>
      <ul className="stack gap-2">
        <li>
          <Status tone="success" icon="check-circle" wrap>
            {says.whole(imported - withLoss.length)}
          </Status>
        </li>
        {withLoss.length > 0 && (
          <li>
            <Status tone="pending" icon="alert" wrap>
              {says.losing(withLoss.length)}
            </Status>
          </li>
        )}
        {refused.length > 0 && (
          <li>
            <Status tone="danger" icon="close" wrap>
              {says.refused(refused.length)}
            </Status>
          </li>
        )}
      </ul>
      <Lines title={says.refusedTitle} head={says.reason} lines={refused.map(({ line, reason }) => [line, reason])} />
      <Lines title={says.lossTitle} head={says.what} lines={withLoss.map(({ line, what }) => [line, what])} />
    </div>
  );
}

function Lines({ title, head, lines }: { title: string; head: string; lines: [number, string][] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <table className="table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {says.line}
            </th>
            <th scope="col">{head}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map(([line, text], i) => (
            <tr key={i}>
              <td className="numeric">{amount(line)}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > most && <p>{says.more(lines.length - most)}</p>}
    </>
  );
}
