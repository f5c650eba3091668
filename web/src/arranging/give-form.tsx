import { Form } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { zoneName } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { type Answer, faultIn } from './head.tsx';
import { words } from './words.ts';

const { extensions: says } = words;
const { wrong } = says;

type Page = Schemas['ExtensionPage'];
type Found = Schemas['FoundPeople']['items'] | null;
type Asked = { name: string | undefined; unit: string | undefined };
type GiveProps = { page: Page; found: Found; asked: Asked; answer: Answer };

/** Finds the person by asking through the address, so that it works without a script, and then gives. */
export function GiveForm({ page, found, asked, answer }: GiveProps) {
  return (
    <div className="stack gap-4">
      <Form className="find-person" aria-label={words.search.label}>
        <Field
          label={page.cohorts.length > 0 && page.governs ? says.findOrGroup : says.find}
          name="nombre"
          defaultValue={asked.name ?? ''}
          minLength={2}
          maxLength={80}
          required
          autoComplete="off"
        />
        {asked.unit && <input type="hidden" name="unidad" value={asked.unit} />}
        <button className="btn">{words.search.submit}</button>
      </Form>
      <Give page={page} found={found} asked={asked} answer={answer} />
    </div>
  );
}

function Give({ page, found, asked, answer }: GiveProps) {
  const form = useFaultFocus(answer?.refused);
  const { units, edition } = page;
  const reason = faultIn(answer, 'reason', wrong.reason);
  return (
    <Form method="post" className="stack gap-4" aria-labelledby="give" noValidate ref={form} preventScrollReset>
      <input type="hidden" name="timeZone" value={edition.timeZone} />
      <Whom page={page} found={found} asked={asked} error={faultIn(answer, 'enrolmentId', wrong.whom)} />
      <fieldset className="stack gap-3">
        <legend className="label">{says.what}</legend>
        <div className="field">
          <label htmlFor="unit">{says.unit}</label>
          <select className="input" id="unit" name="unit" defaultValue={asked.unit}>
            {units.map(({ key, title, kind }) => (
              <option key={key} value={key}>
                {`${title} (${says.kinds[kind]})`}
              </option>
            ))}
          </select>
        </div>
        <div className="three">
          <Field
            label={says.closesAt}
            name="closesAt"
            type="datetime-local"
            hint={says.closesHint(zoneName(edition.timeZone))}
            error={faultIn(answer, 'closesAt', wrong.closesAt)}
          />
          <Field
            label={says.minutes}
            name="minutes"
            type="number"
            min={0}
            max={1440}
            hint={says.onlyEvaluation}
            error={faultIn(answer, 'extraMinutes', wrong.minutes)}
          />
          <Field
            label={says.attempts}
            name="attempts"
            type="number"
            min={0}
            max={20}
            hint={says.onlyEvaluation}
            error={faultIn(answer, 'extraAttempts', wrong.attempts)}
          />
        </div>
      </fieldset>
      <TextArea
        id="reason"
        name="reason"
        label={
          <>
            {says.reason} <span className="required">{words.mandatory}</span>
          </>
        }
        hint={says.reasonHint}
        rows={2}
        maxLength={1000}
        error={reason}
      />
      <p>
        <button className="btn primary">{says.submit}</button>
      </p>
    </Form>
  );
}

type WhomProps = { page: Page; found: Found; asked: Asked; error: string | undefined };

/** Those who were found, and the cohorts of the edition. */
function Whom({ page: { cohorts, governs }, found, asked, error }: WhomProps) {
  return (
    <fieldset className="stack gap-1" aria-describedby={error && 'whom-error'}>
      <legend className="label">{says.whom}</legend>
      <Candidates found={found ?? []} asked={asked} />
      {governs &&
        cohorts.map(({ id, name }) => (
          <label key={id} className="option plain">
            <input type="radio" name="whom" value={`cohort ${id}`} />
            <span>{says.cohort(name)}</span>
          </label>
        ))}
      {error && (
        <div className="field">
          <p className="error" id="whom-error">
            <Icon name="alert" />
            {error}
          </p>
        </div>
      )}
    </fieldset>
  );
}

function Candidates({ found, asked: { name } }: { found: NonNullable<Found>; asked: Asked }) {
  if (found.length === 0) return <p className="meta">{name ? words.nobodyFound(name) : says.whomNobody}</p>;
  return found.map(({ enrolmentId, givenNames, familyNames, region, cohort }) => (
    <label key={enrolmentId} className="option plain">
      <input type="radio" name="whom" value={`person ${enrolmentId}`} defaultChecked={found.length === 1} />
      <span>
        {givenNames} {familyNames} <span className="meta">{says.inCohort(region, cohort)}</span>
      </span>
    </label>
  ));
}
