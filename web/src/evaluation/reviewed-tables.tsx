import { Html } from '../ui/html.tsx';
import { Icon } from '../ui/icon.tsx';
import type { BodyOf } from './answered.ts';
import { words } from './words.ts';

const { result: says } = words;

type Option = { id: string; html: string };

const textOf = (options: readonly Option[], id: string | undefined) => options.find((each) => each.id === id)?.html;

function Mark({ right }: { right: boolean }) {
  return (
    <span className={right ? 'status success' : 'status danger'}>
      <Icon name={right ? 'check' : 'close'} />
      <span className="visually-hidden">{right ? says.verdict.right : says.verdict.wrong}</span>
    </span>
  );
}

type PairsProps = {
  body: BodyOf<'matching'>;
  given: Record<string, string>;
  right: Record<string, string>;
  why: Record<string, string>;
};

/** Each item with the partner given and the right one. */
export function ReviewedPairs({ body, given, right, why }: PairsProps) {
  const { caption, item, yours, right: correct } = says.pairs;
  return (
    <div className="container">
      <table className="table restack" role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[item, yours, correct].map((name) => (
              <th key={name} scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {body.left.map(({ id, html }) => (
            <tr key={id} role="row">
              <th scope="row" role="rowheader">
                <Html html={html} />
                {why[id] && <Html html={why[id]} className="meta" block />}
              </th>
              <td role="cell" data-label={yours}>
                <span>
                  <Mark right={given[id] === right[id]} />{' '}
                  <Html html={textOf(body.right, given[id]) ?? says.noAnswer} />
                </span>
              </td>
              <td role="cell" data-label={correct}>
                <Html html={textOf(body.right, right[id]) ?? ''} />
              </td>
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
  right: readonly string[];
  why: Record<string, string>;
};

/** The right order, with the place where each item was put. */
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
        {right.map((id, i) => (
          <tr key={id}>
            <td className="numeric">{i + 1}</td>
            <th scope="row">
              <Html html={textOf(body.items, id) ?? ''} />
              {why[id] && <Html html={why[id]} className="meta" block />}
            </th>
            <td className="numeric wrap-text">
              {given.includes(id) ? given.indexOf(id) + 1 : says.noAnswer} <Mark right={given[i] === id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
