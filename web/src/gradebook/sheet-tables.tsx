import type { Schemas } from '../api/client.ts';
import { grade } from '../ui/format.ts';
import { words } from './appeal-words.ts';

const { sheet: says } = words;
type Import = Schemas['GradeImport'];
type Change = Import['changes'][number];

/** A nota, or a percentage where the change is of attendance. */
const written = ({ unit }: Change, value: number | null) =>
  unit !== null ? grade(value) : value === null ? '—' : `${value}\u00a0%`;

export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <div className="container">
      <table role="table" className="table restack">
        <caption className="visually-hidden">{says.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[says.person, says.item, says.from, says.to].map((name, i) => (
              <th key={name} role="columnheader" scope="col" className={i > 1 ? 'numeric' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {changes.map((change) => (
            <tr key={`${change.enrolmentId}/${change.unit}`} role="row">
              <th role="rowheader" scope="row">
                {change.person}
              </th>
              <td role="cell" data-label={says.item}>
                {change.title}
              </td>
              <td role="cell" className="numeric" data-label={says.from}>
                {written(change, change.from)}
              </td>
              <td role="cell" className="numeric" data-label={says.to}>
                <strong>{written(change, change.to)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Faults({ faults }: { faults: Import['refused'] }) {
  return (
    <div className="container">
      <table role="table" className="table restack">
        <caption className="visually-hidden">{says.faultCaption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[says.line, says.column, says.text, says.why].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {faults.map(({ line, column, text, fault }) => (
            <tr key={`${line}/${column}`} role="row">
              <th role="rowheader" scope="row">
                {line}
              </th>
              <td role="cell" data-label={says.column}>
                {column ?? '—'}
              </td>
              <td role="cell" data-label={says.text}>
                {text || '—'}
              </td>
              <td role="cell" data-label={says.why}>
                {says.fault[fault]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
