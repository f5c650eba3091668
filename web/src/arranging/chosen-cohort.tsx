import { Form, Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { type Answer, faultIn } from './head.tsx';
import { words } from './words.ts';

const { cohorts: says } = words;

type Page = Schemas['CohortPage'];
type List = Schemas['CohortList'];
type Found = Schemas['FoundPeople']['items'] | null;
type Asked = { name: string | undefined; after: string | undefined };
type ChosenProps = { list: List; page: Page; found: Found; asked: Asked; answer: Answer };

/** One cohort: its people, who else can come in, its name. */
export function ChosenCohort({ list, page, found, asked, answer }: ChosenProps) {
  return (
    <div className="stack gap-6">
      <People list={list} page={page} after={asked.after} />
      <section className="stack gap-4" aria-labelledby="add">
        <SectionTitle id="add">{says.add}</SectionTitle>
        <ByName page={page} found={found} name={asked.name} />
        <ByRegion list={list} page={page} />
        <ByList page={page} error={faultIn(answer, 'text', says.listFault)} />
      </section>
      <Naming page={page} answer={answer} />
    </div>
  );
}

type OwnProps = { page: Page };

/** Says which cohort a form is about, and what it asks. */
function Asking({ page, intent }: OwnProps & { intent: string }) {
  return (
    <>
      <input type="hidden" name="cohort" value={page.id} />
      <input type="hidden" name="intent" value={intent} />
    </>
  );
}

function People({ list, page, after }: OwnProps & { list: List; after: string | undefined }) {
  const { id, name, items, next } = page;
  const total = list.items.find((each) => each.id === id)?.people ?? items.length;
  return (
    <section className="stack gap-3" aria-labelledby="inside">
      <div className="stack gap-1">
        <h2 className="section-title" id="inside">
          {name}
        </h2>
        <p className="meta">{total === 0 ? says.empty : says.inside(total)}</p>
      </div>
      {items.length > 0 && (
        <ul className="rows">
          {items.map(({ enrolmentId, givenNames, familyNames, region }) => (
            <li key={enrolmentId}>
              <Form method="post" className="cluster between gap-2" preventScrollReset>
                <Asking page={page} intent="out" />
                <span>
                  {familyNames}, {givenNames} <span className="meta">{region ?? words.noRegion}</span>
                </span>
                <button className="btn quiet" name="person" value={enrolmentId}>
                  {says.takeOut}
                  <span className="visually-hidden"> {says.takeOutOf(`${givenNames} ${familyNames}`)}</span>
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <p className="cluster">
        {next && (
          <Link className="btn" to={`?grupo=${id}&after=${next}`}>
            {words.more}
          </Link>
        )}
        {after && <Link to={`?grupo=${id}`}>{words.start}</Link>}
      </p>
    </section>
  );
}

function ByName({ page, found, name }: OwnProps & { found: Found; name: string | undefined }) {
  return (
    <div className="stack gap-3">
      <h3 className="small-title">{says.byName}</h3>
      <Form className="find-person" aria-label={words.search.label} preventScrollReset>
        <input type="hidden" name="grupo" value={page.id} />
        <Field
          label={words.search.name}
          name="nombre"
          defaultValue={name ?? ''}
          minLength={2}
          maxLength={80}
          required
          autoComplete="off"
        />
        <button className="btn">{words.search.submit}</button>
      </Form>
      {found?.length === 0 && <p role="status">{words.nobodyFound(name ?? '')}</p>}
      {found && found.length > 0 && (
        <Form method="post" className="stack gap-2" preventScrollReset>
          <Asking page={page} intent="add" />
          <fieldset>
            <legend className="meta">{says.found}</legend>
            {found.map(({ enrolmentId, givenNames, familyNames, region, cohort }) => (
              <label key={enrolmentId} className="option plain">
                <input
                  type="checkbox"
                  name="person"
                  value={enrolmentId}
                  disabled={cohort === page.name}
                  defaultChecked={found.length === 1 && cohort !== page.name}
                />
                <span>
                  {givenNames} {familyNames}{' '}
                  <span className="meta">
                    {[region ?? words.noRegion, cohort && says.already(cohort)].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <p>
            <button className="btn primary">{says.addFound}</button>
          </p>
        </Form>
      )}
    </div>
  );
}

function ByRegion({ list, page }: OwnProps & { list: List }) {
  if (list.regions.length === 0) return null;
  return (
    <Form method="post" className="stack gap-3" preventScrollReset>
      <h3 className="small-title">{says.byRegion}</h3>
      <Asking page={page} intent="region" />
      <div className="field">
        <label htmlFor="region">{says.region}</label>
        <select className="input" id="region" name="region" aria-describedby="region-hint">
          {list.regions.map(({ cut, name, free }) => (
            <option key={cut} value={cut}>
              {says.regionOption(name, free)}
            </option>
          ))}
        </select>
        <p className="hint" id="region-hint">
          {says.regionHint}
        </p>
      </div>
      <p>
        <button className="btn">{says.addRegion}</button>
      </p>
    </Form>
  );
}

function ByList({ page, error }: OwnProps & { error: string | undefined }) {
  return (
    <Form method="post" className="stack gap-3" preventScrollReset noValidate>
      <h3 className="small-title">{says.byList}</h3>
      <Asking page={page} intent="list" />
      <TextArea id="list" name="text" label={says.listName} hint={says.listHint} rows={4} error={error} />
      <p>
        <button className="btn">{says.addList}</button>
      </p>
    </Form>
  );
}

function Naming({ page, answer }: OwnProps & { answer: Answer }) {
  return (
    <section className="stack gap-3" aria-labelledby="naming">
      <SectionTitle id="naming">{says.rename}</SectionTitle>
      <Form method="post" className="find-person" preventScrollReset noValidate>
        <Asking page={page} intent="rename" />
        <Field
          label={says.name}
          name="name"
          defaultValue={page.name}
          maxLength={80}
          autoComplete="off"
          error={faultIn(answer, 'name', says.nameFault)}
        />
        <button className="btn">{says.rename}</button>
      </Form>
      <Form method="post" className="stack gap-2">
        <Asking page={page} intent="remove" />
        <p className="meta">{says.removeHint}</p>
        <p>
          <button className="btn">{says.remove}</button>
        </p>
      </Form>
    </section>
  );
}
