import { Form, Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { type Answer, faultIn } from './head.tsx';
import { words } from './words.ts';

const { groups: says } = words;

type Page = Schemas['WorkGroupPage'];
type Group = Page['items'][number];
type Person = Page['freePeople'][number];
type ListProps = { page: Page; after: string | undefined; answer: Answer };

const hasHandedIn = ({ state }: Group) => state !== 'none' && state !== 'draft';
const tones = {
  none: undefined,
  draft: 'pending',
  submitted: 'success',
  returned: 'pending',
  published: 'success',
} as const;

/** Everyone by group, each with a box to tick; what is ticked is moved at once. */
export function GroupList({ page, after, answer }: ListProps) {
  const { items, next, free, freePeople } = page;
  return (
    <div className="stack gap-5">
      <section className="stack gap-3" aria-labelledby="free">
        <SectionTitle id="free">{says.free(free)}</SectionTitle>
        <Ticks people={freePeople} />
        {free > freePeople.length && <p className="meta">{says.freeMore(freePeople.length)}</p>}
      </section>
      <section className="stack gap-3" aria-labelledby="groups">
        <SectionTitle id="groups">{says.list}</SectionTitle>
        {items.length === 0 && <p className="meta">{says.none}</p>}
        <ul className="rows">
          {items.map((group) => (
            <li key={group.id} className="stack gap-2">
              <OneGroup group={group} />
            </li>
          ))}
        </ul>
        <p className="cluster">
          {next && (
            <Link className="btn" to={`?after=${next}`}>
              {words.more}
            </Link>
          )}
          {after && <Link to="?">{words.start}</Link>}
        </p>
      </section>
      <Move items={items} answer={answer} />
    </div>
  );
}

function OneGroup({ group }: { group: Group }) {
  const { id, name, state, people } = group;
  const tone = tones[state];
  return (
    <>
      <div className="cluster between gap-2">
        <h3 className="small-title">{name}</h3>
        <Status {...(tone && { tone })}>{says.states[state]}</Status>
      </div>
      {people.length === 0 && <p className="meta">{says.empty}</p>}
      {hasHandedIn(group) ? (
        <p>
          {people.map((person) => person.name).join(', ')} <span className="meta">{says.handedIn}</span>
        </p>
      ) : (
        <Ticks people={people} group={id} />
      )}
      <Edit group={group} />
    </>
  );
}

/** People to be ticked, for the form that moves them, wherever it stands. */
function Ticks({ people, group }: { people: readonly Person[]; group?: string }) {
  if (people.length === 0) return null;
  return (
    <ul className="group-people">
      {people.map(({ enrolmentId, name, region }) => (
        <li key={enrolmentId}>
          <label className="option plain">
            <input type="checkbox" form="move" name="person" value={group ? `${enrolmentId} ${group}` : enrolmentId} />
            <span>
              {name} <span className="meta">{region ?? words.noRegion}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Move({ items, answer }: Pick<Page, 'items'> & { answer: Answer }) {
  const nobody = faultIn(answer, 'person', { any: says.nobody });
  return (
    <Form method="post" id="move" className="stack gap-3" aria-labelledby="moving" noValidate>
      <SectionTitle id="moving">{says.move}</SectionTitle>
      <p className="meta">{says.moveHint}</p>
      <div className="three">
        <div className="field">
          <label htmlFor="to">{says.to}</label>
          <select className="input" id="to" name="to" aria-describedby={nobody && 'to-error'}>
            <option value="new">{says.toNew}</option>
            {items
              .filter((group) => !hasHandedIn(group))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            <option value="none">{says.toNone}</option>
          </select>
          {nobody && (
            <p className="error" id="to-error">
              <Icon name="alert" />
              {nobody}
            </p>
          )}
        </div>
        <Field
          label={says.newName}
          name="new"

          maxLength={80}
          autoComplete="off"
          hint={says.newNameHint}
          error={faultIn(answer, 'name', says.nameFault)}
        />
      </div>
      <p>
        <button className="btn primary">{says.moveSubmit}</button>
      </p>
    </Form>
  );
}

function Edit({ group: { id, name, state } }: { group: Group }) {
  return (
    <details>
      <summary>
        {says.edit} <span className="visually-hidden">{says.editOf(name)}</span>
      </summary>
      <div className="stack gap-3">
        <Form method="post" className="find-person" preventScrollReset noValidate>
          <input type="hidden" name="intent" value="rename" />
          <input type="hidden" name="group" value={id} />
          <Field label={says.name} name="name" defaultValue={name} maxLength={80} autoComplete="off" />
          <button className="btn">{says.rename}</button>
        </Form>
        {state === 'none' && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="group" value={id} />
            <button className="btn">{says.remove}</button>
          </Form>
        )}
      </div>
    </details>
  );
}
