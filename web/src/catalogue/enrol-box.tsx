import { Form, Link, useLocation, useNavigation } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { signInFrom } from '../shell/sign-in-from.ts';
import { useMe } from '../shell/root.ts';
import { now } from '../ui/clock.ts';
import { day, deadline, editionName } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { refusals } from '../words/refusals.ts';
import type { EnrolAnswer } from './enrol.ts';
import { words } from './words.ts';

const { enrol } = words;

type Edition = Schemas['Edition'];
type EnrolBoxProps = {
  editions: readonly Edition[];
  /** The enrolment of whoever is here; it may be in an edition that is not among these. */
  enrolment: string | null;
  /** Only its programme can be read for now. */
  announced?: boolean;
  /** Where someone enrolled goes on. */
  goOn: { to: (enrolment: string) => string; name: string };
  /** What enrolling brings, beyond the usual. */
  hint?: string;
  answer: EnrolAnswer | undefined;
};

/** The edition of that enrolment, where it is known; one that has ended keeps nobody from another. */
function placeOf(enrolment: string | null, editions: readonly Edition[]) {
  const edition = editions.find(({ enrolmentId }) => enrolmentId === enrolment);
  return { edition, inside: enrolment !== null && edition?.state !== 'ended' };
}

/** What one can do with the editions at hand: go on, enrol, or know when. */
export function EnrolBox({ editions, enrolment, announced, goOn, hint, answer }: EnrolBoxProps) {
  const { edition, inside } = placeOf(enrolment, editions);
  const open = inside ? [] : editions.filter(({ state }) => state === 'open');
  const answerTo = (id: string) => (answer?.edition === id ? answer : undefined);
  return (
    <div className="stack gap-4" id="enrol">
      {answer && !open.some(({ id }) => answerTo(id)) && <Refusal answer={answer} />}
      {enrolment !== null && <Enrolled edition={edition} to={goOn.to(enrolment)} name={goOn.name} />}
      {open.map((each) => (
        <Open key={each.id} edition={each} hint={hint} answer={answerTo(each.id)} />
      ))}
      {enrolment === null && open.length === 0 && <Closed editions={editions} announced={announced} />}
    </div>
  );
}

/** From the head of the page to the edition that can be joined, which on a phone lies far below. */
export function ToEnrolment({ editions, enrolment }: Pick<EnrolBoxProps, 'editions' | 'enrolment'>) {
  const open = editions.find(({ state }) => state === 'open');
  if (!open || placeOf(enrolment, editions).inside) return null;
  return (
    <p>
      <a className="btn" href="#enrol">
        {enrol.jump}
        <Icon name="arrow" />
      </a>
    </p>
  );
}

function Refusal({ answer: { refused } }: { answer: EnrolAnswer }) {
  return (
    <Notice tone="danger" role="alert" title={enrol.refused}>
      {refusals[refused.code]}
    </Notice>
  );
}

function Enrolled({ edition, to, name }: { edition: Edition | undefined; to: string; name: string }) {
  const waits = edition && Date.parse(edition.startsAt) > now();
  return (
    <section className="enrol stack gap-4" aria-labelledby="enrolled">
      <h2 className="small-title" id="enrolled">
        {enrol.enrolled}
      </h2>
      {edition && <p className="meta">{editionName(edition.name)}</p>}
      {waits && <p className="meta">{enrol.startsOn(day(edition.startsAt, edition.timeZone))}</p>}
      <Link className="btn primary block" to={to}>
        {name}
        <Icon name="arrow" />
      </Link>
    </section>
  );
}

type OpenProps = { edition: Edition; hint: string | undefined; answer: EnrolAnswer | undefined };

function Open({ edition, hint, answer }: OpenProps) {
  const me = useMe();
  const { id, name, seats, seatsLeft } = edition;
  return (
    <section className="enrol stack gap-4" aria-labelledby={`enrol-${id}`}>
      <div>
        <h2 className="small-title" id={`enrol-${id}`}>
          {enrol.heading}
        </h2>
        <p className="meta">{editionName(name)}</p>
      </div>
      {answer && <Refusal answer={answer} />}
      <Dates edition={edition} reader={me?.timeZone} />
      <div className="stack gap-1">
        <p className="cluster between">
          <span>{enrol.seats}</span>
          <strong>{enrol.left(seatsLeft, seats)}</strong>
        </p>
        <Progress value={seats - seatsLeft} max={seats} label={enrol.takenLabel(seats - seatsLeft, seats)} />
      </div>
      {me ? <EnrolForm edition={id} hint={hint} /> : <SignInFirst />}
    </section>
  );
}

function Dates({ edition, reader }: { edition: Edition; reader: string | undefined }) {
  const { enrolUntil, startsAt, endsAt, timeZone } = edition;
  return (
    <dl className="facts">
      <dt>{enrol.closes}</dt>
      <dd>
        <strong>{deadline(enrolUntil, timeZone, reader)}</strong>
      </dd>
      <dt>{enrol.starts}</dt>
      <dd>{day(startsAt, timeZone)}</dd>
      <dt>{enrol.ends}</dt>
      <dd>{day(endsAt, timeZone, { year: true })}</dd>
    </dl>
  );
}

function EnrolForm({ edition, hint = enrol.hint }: { edition: string; hint: string | undefined }) {
  const { state, formData } = useNavigation();
  const busy = state !== 'idle' && formData?.get('edition') === edition;
  return (
    <Form method="post" className="stack gap-2">
      <input type="hidden" name="edition" value={edition} />
      <button className="btn primary block" aria-busy={busy || undefined}>
        {busy ? enrol.busy : enrol.submit}
      </button>
      <p className="fine">{hint}</p>
    </Form>
  );
}

function SignInFirst() {
  const { pathname } = useLocation();
  return (
    <div className="stack gap-2">
      <Link className="btn primary block" to={signInFrom(pathname)}>
        <Icon name="key" />
        {enrol.signIn}
      </Link>
      <p className="fine">{enrol.signInHint}</p>
    </div>
  );
}

/** Why nobody can enrol now, and what comes next. */
function whyClosed(editions: readonly Edition[], announced: boolean | undefined): string {
  if (announced && editions.length === 0) return enrol.announced;
  const next = editions.find(({ state }) => state === 'upcoming');
  if (next) return enrol.upcoming(editionName(next.name), day(next.enrolFrom, next.timeZone));
  const full = editions.find(({ state }) => state === 'full');
  return full ? enrol.full(editionName(full.name)) : enrol.none;
}

function Closed({ editions, announced }: { editions: readonly Edition[]; announced: boolean | undefined }) {
  return (
    <section className="enrol stack gap-4" aria-labelledby="enrol-closed">
      <h2 className="small-title" id="enrol-closed">
        {enrol.closedHeading}
      </h2>
      <p>{whyClosed(editions, announced)}</p>
      <p>
        <Link to="/biblioteca">{enrol.library}</Link>
      </p>
    </section>
  );
}
