import { Form, Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { clockTime, tableDay } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { type Answer, faultIn } from './head.tsx';
import { words } from './words.ts';

const { extensions: says } = words;
const { columns } = says;

type Page = Schemas['ExtensionPage'];
type Item = Page['items'][number];
type Withdrawing = (Answer & { of: string }) | undefined;

const when = (at: string, zone: string) => `${tableDay(at, zone)} ${clockTime(at, zone)}\u00a0h`;

/** What was given, the newest first; what was withdrawn says by whom and why. */
export function Given({ page, after, answer }: { page: Page; after: string | undefined; answer: Withdrawing }) {
  const { items, next, edition } = page;
  return (
    <section className="stack gap-3 container" aria-labelledby="given">
      <SectionTitle id="given">{says.given}</SectionTitle>
      {items.length === 0 ? (
        <p className="meta">{says.none}</p>
      ) : (
        <table role="table" className="table restack">
          <caption className="visually-hidden">{says.caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {Object.values(columns).map((name) => (
                <th key={name} role="columnheader" scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {items.map((item) => (
              <Row key={item.id} item={item} zone={edition.timeZone} answer={answer} />
            ))}
          </tbody>
        </table>
      )}
      <p className="cluster">
        {next && (
          <Link className="btn" to={`?after=${next}`}>
            {words.more}
          </Link>
        )}
        {after && <Link to="?">{words.start}</Link>}
      </p>
    </section>
  );
}

type RowProps = { item: Item; zone: string; answer: Withdrawing };

function Row({ item, zone, answer }: RowProps) {
  const { name, region, forCohort, title, reason, grantedBy, grantedAt } = item;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
        <span className="fine">{forCohort ? says.group : (region ?? words.noRegion)}</span>
      </th>
      <td role="cell" data-label={columns.what}>
        <span>
          {whatOf(item, zone)}
          <span className="fine">{title}</span>
        </span>
      </td>
      <td role="cell" data-label={columns.why}>
        {reason}
      </td>
      <td role="cell" data-label={columns.by}>
        {says.by(grantedBy, tableDay(grantedAt, zone))}
      </td>
      <td role="cell" data-label={columns.state}>
        <State item={item} zone={zone} answer={answer} />
      </td>
    </tr>
  );
}

function whatOf({ extraMinutes, extraAttempts, closesAt }: Item, zone: string): string {
  const parts = [
    extraMinutes > 0 && says.parts.minutes(extraMinutes),
    extraAttempts > 0 && says.parts.attempts(extraAttempts),
    closesAt && says.parts.until(when(closesAt, zone)),
  ].filter((part) => part !== null && part !== false);
  const said = parts.join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function State({ item, zone, answer }: RowProps) {
  const { withdrawn } = item;
  if (!withdrawn)
    return (
      <div className="stack gap-1">
        <Status tone="success" icon="check">
          {says.holds}
        </Status>
        <Withdraw item={item} answer={answer?.of === item.id ? answer : undefined} />
      </div>
    );
  return (
    <span>
      <Status>{says.withdrawn}</Status>
      <span className="fine">
        {says.withdrawnBy(withdrawn.by, tableDay(withdrawn.at, zone))}: {withdrawn.why}
      </span>
    </span>
  );
}

function Withdraw({ item: { id, name, title }, answer }: { item: Item; answer: Answer }) {
  const error = faultIn(answer, 'reason', says.wrong.reason);
  return (
    <details open={error ? true : undefined}>
      <summary>
        {says.withdraw} <span className="visually-hidden">{says.withdrawOf(name, title)}</span>
      </summary>
      <Form method="post" className="stack gap-2" preventScrollReset noValidate>
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="id" value={id} />
        <TextArea
          id={`why-${id}`}
          name="reason"
          label={says.withdrawReason}
          hint={says.withdrawHint}
          rows={2}
          maxLength={1000}
          error={error}
        />
        <p>
          <button className="btn">{says.withdrawSubmit}</button>
        </p>
      </Form>
    </details>
  );
}
