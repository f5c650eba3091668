import type { Schemas } from '../api/client.ts';
import { useRoot } from '../shell/root.ts';
import { tableDay } from '../ui/format.ts';
import type { IconName } from '../ui/icon.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { page } = words;

type Edition = Schemas['Edition'];

const tones: Record<Edition['state'], { tone?: 'success' | 'info' | 'pending'; icon?: IconName }> = {
  upcoming: { icon: 'calendar' },
  open: { tone: 'success', icon: 'check' },
  full: { tone: 'pending', icon: 'info' },
  running: { tone: 'info' },
  ended: {},
};

/** Every edition with its dates and seats. Roles are written out because on a phone the rows become records. */
export function Editions({ editions, caption }: { editions: readonly Edition[]; caption: string }) {
  const demo = useRoot()?.demo;
  return (
    <section className="stack gap-3 container" aria-labelledby="editions">
      <SectionTitle id="editions">{page.editions}</SectionTitle>
      {editions.length === 0 ? <p>{page.noEditions}</p> : <EditionsTable editions={editions} caption={caption} />}
      {demo && editions.length > 0 && <p className="fine">{words.demo}</p>}
    </section>
  );
}

function EditionsTable({ editions, caption }: { editions: readonly Edition[]; caption: string }) {
  return (
    <table role="table" className="table restack">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[page.edition, page.enrolment, page.classes].map((name) => (
            <th key={name} role="columnheader" scope="col">
              {name}
            </th>
          ))}
          <th role="columnheader" scope="col" className="numeric">
            {page.seats}
          </th>
          <th role="columnheader" scope="col">
            {page.state}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {editions.map((edition) => (
          <EditionRow key={edition.id} edition={edition} />
        ))}
      </tbody>
    </table>
  );
}

function EditionRow({ edition }: { edition: Edition }) {
  const { name, enrolFrom, enrolUntil, startsAt, endsAt, timeZone, seats, seatsLeft, state } = edition;
  const between = (from: string, to: string) => page.between(tableDay(from, timeZone), tableDay(to, timeZone));
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      <td role="cell" data-label={page.enrolment}>
        {between(enrolFrom, enrolUntil)}
      </td>
      <td role="cell" data-label={page.classes}>
        {between(startsAt, endsAt)}
      </td>
      <td role="cell" data-label={page.seats} className="numeric">
        {page.seatsOf(seatsLeft, seats)}
      </td>
      <td role="cell" data-label={page.state}>
        <Status {...tones[state]}>{words.state[state]}</Status>
      </td>
    </tr>
  );
}
