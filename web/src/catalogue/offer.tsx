import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Cover } from '../ui/cover.tsx';
import { amount, day } from '../ui/format.ts';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { offer } = words;

type Item = Schemas['CatalogueItem'];

/** Where a programme or course has its page. */
export const addressOf = ({ kind, slug }: Pick<Item, 'kind' | 'slug'>) =>
  kind === 'programme' ? `/diplomados/${slug}` : `/cursos/${slug}`;

const factsOf = ({ kind, minutes, parts }: Item) =>
  [words[kind], words.lengthOf(minutes), parts > 0 && words.parts[kind](parts)].filter(Boolean).join(' · ');

/** A programme or course of the offer, with its seats. */
export function Offer({ item }: { item: Item }) {
  const { kind, title, summary, topics, minutes } = item;
  return (
    <article className="offer">
      <Cover
        kind={kind === 'programme' ? 'diploma' : 'course'}
        label={words[kind]}
        title={title}
        foot={words.lengthOf(minutes)}
        on="all"
      />
      <div className="heading stack gap-2">
        <p className="meta">{factsOf(item)}</p>
        <h3>
          <Link to={addressOf(item)}>{title}</Link>
        </h3>
      </div>
      <div className="about stack gap-2">
        <p>{summary}</p>
        {topics.length > 0 && <p className="meta">{topics.map(({ name }) => name).join(' · ')}</p>}
      </div>
      <Seats item={item} />
    </article>
  );
}

/** Editions of different zones may be open: days are told in that of the capital. */
const closingDay = (enrolUntil: string) => day(enrolUntil, 'America/Santiago');

function Seats({ item }: { item: Item }) {
  const { title, seatsLeft, openEditions } = item;
  const open = openEditions > 0;
  return (
    <div className="seats stack gap-2">
      {open && (
        <p>
          <b>{amount(seatsLeft)}</b> {offer.seatsLeft(seatsLeft)}
        </p>
      )}
      <p>
        <SeatState item={item} />
      </p>
      <p>
        <Link className="btn" to={addressOf(item)} aria-label={open ? offer.enrolOf(title) : offer.seeOf(title)}>
          {open ? offer.enrol : offer.see}
        </Link>
      </p>
    </div>
  );
}

function SeatState({ item: { openEditions, seatsLeft, enrolUntil } }: { item: Item }) {
  if (openEditions === 0) return <Status icon="info">{offer.noOpenEdition}</Status>;
  if (!enrolUntil) return <Status icon="check">{offer.open}</Status>;
  return seatsLeft === 1 ? (
    <Status tone="pending" icon="alert">
      {offer.lastSeat(closingDay(enrolUntil))}
    </Status>
  ) : (
    <Status icon="clock">{offer.closes(closingDay(enrolUntil))}</Status>
  );
}

/** What can be read about, but not joined yet. */
export function Announced({ item }: { item: Item }) {
  return (
    <li>
      <Link to={addressOf(item)}>
        <b>{item.title}</b>
        <span className="leader wide-only" />
        <Status icon="calendar" wrap>
          {offer.notYet}
        </Status>
      </Link>
    </li>
  );
}
