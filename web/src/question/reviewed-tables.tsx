import { Html } from '../ui/html.tsx';
import { Icon } from '../ui/icon.tsx';
import type { BodyOf } from './answered.ts';
import { words } from './words.ts';

const { reviewed: says } = words;

type Option = { id: string; html: string };

const textOf = (options: readonly Option[], id: string | undefined) => options.find((each) => each.id === id)?.html;

/** Right or wrong, in a drawing and a word. */
export function Mark({ right }: { right: boolean }) {
  return (
    <span className={right ? 'status success' : 'status danger'}>
      <Icon name={right ? 'check' : 'close'} />
      <span className="visually-hidden">{right ? says.verdict.right : says.verdict.wrong}</span>
    </span>
  );
}

type PairsProps = {
  caption: string;
  left: readonly Option[];
  right: readonly Option[];
  given: Record<string, string>;
  correct: Record<string, string> | null;
  why: Record<string, string>;
};

/** Each item with the partner or the category given, and the right one. */
export function ReviewedPairs({ caption, left, right, given, correct, why }: PairsProps) {
  const { item, yours, right: rightName } = says.pairs;
  return (
    <div className="container">
      <table className="table restack" role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[item, yours, ...(correct ? [rightName] : [])].map((name) => (
              <th key={name} scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {left.map(({ id, html }) => (
            <tr key={id} role="row">
              <th scope="row" role="rowheader">
                <Html html={html} />
                {why[id] && <Html html={why[id]} className="meta" block />}
              </th>
              <td role="cell" data-label={yours}>
                <span>
                  {correct && <Mark right={given[id] === correct[id]} />}{' '}
                  <Html html={textOf(right, given[id]) ?? says.noAnswer} />
                </span>
              </td>
              {correct && (
                <td role="cell" data-label={rightName}>
                  <Html html={textOf(right, correct[id]) ?? ''} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type OrderProps = {
  body: BodyOf<'ordering'>;
  given: readonly string[];
  right: readonly string[] | null;
  why: Record<string, string>;
};

/** The right order, with the place where each item was put; while it is not published, the order that was given. */
export function ReviewedOrder({ body, given, right, why }: OrderProps) {
  return (
    <table className="table">
      <caption className="visually-hidden">{says.order.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="numeric">
            {says.order.place}
          </th>
          <th scope="col">{says.order.item}</th>
          <th scope="col" className="numeric wrap-text">
            {says.order.yours}
          </th>
        </tr>
      </thead>
      <tbody>
        {(right ?? given).map((id, i) => (
          <tr key={id}>
            <td className="numeric">{i + 1}</td>
            <th scope="row">
              <Html html={textOf(body.items, id) ?? ''} />
              {why[id] && <Html html={why[id]} className="meta" block />}
            </th>
            <td className="numeric wrap-text">
              {given.includes(id) ? given.indexOf(id) + 1 : says.noAnswer} {right && <Mark right={given[i] === id} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
