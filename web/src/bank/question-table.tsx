import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { amount } from '../ui/format.ts';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { list: says } = words;

type Line = Schemas['QuestionLine'];

/** Questions with what they are about, their use and their warnings. */
export function QuestionTable({ items, choosable }: { items: readonly Line[]; choosable: boolean }) {
  return (
    <table role="table" className="table restack">
      <caption className="visually-hidden">{says.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {says.question}
          </th>
          <th role="columnheader" scope="col">
            {says.category}
          </th>
          <th role="columnheader" scope="col">
            {says.uses}
          </th>
          <th role="columnheader" scope="col" className="numeric">
            {says.answers}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <Row key={item.id} item={item} choosable={choosable} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item, choosable }: { item: Line; choosable: boolean }) {
  const { id, excerpt, category, uses, answers, twins, tags } = item;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <div className="chosen-line">
          {choosable && <input type="checkbox" name="id" value={id} aria-label={says.select(excerpt)} />}
          <div>
            <Link className="row-link" to={`/banco/preguntas/${id}`}>
              {shortened(excerpt)}
            </Link>
            <span className="fine">{factsOf(item).join(' · ')}</span>
            {tags.length > 0 && <span className="fine">{tags.map((tag) => `#${tag}`).join(' ')}</span>}
            {twins > 0 && (
              <Status tone="pending" icon="alert">
                {says.twins(twins)}
              </Status>
            )}
          </div>
        </div>
      </th>
      <td role="cell" data-label={says.category}>
        {category ?? says.none}
      </td>
      <td role="cell" data-label={says.uses}>
        {says.usesOf(uses)}
      </td>
      <td role="cell" className="numeric" data-label={says.answers}>
        {amount(answers)}
      </td>
    </tr>
  );
}

const shortened = (text: string) => (text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text || '—');

function factsOf({ kind, n, topic, difficulty, origin }: Line): string[] {
  const level = difficulty ? words.difficulty[difficulty - 1] : undefined;
  return [
    words.kinds[kind],
    says.version(n),
    ...(topic ? [topic] : []),
    ...(level ? [says.level(level)] : []),
    words.origins[origin],
  ];
}
