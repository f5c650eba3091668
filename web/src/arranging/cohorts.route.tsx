import './arranging.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Refused, type Schemas, write } from '../api/client.ts';
import { asked, given } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Field } from '../ui/field.tsx';
import { editionName } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { ChosenCohort } from './chosen-cohort.tsx';
import { type Answer, faultIn, Head, Told } from './head.tsx';
import { words } from './words.ts';

const { cohorts: says } = words;
type List = Schemas['CohortList'];

export const handle: Handle<typeof loader> = {
  title: ({ list }) => `${says.title} · ${list.edition.title}, ${editionName(list.edition.name)}`,
  description: says.description,
};

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { signal } = request;
  const path = { id: params['edition'] ?? '' };
  const value = asked(request);
  const [id, name] = [value('grupo'), value('nombre')];
  const query = given({ after: value('after'), limit: 50 });
  const [list, chosen, found] = await Promise.all([
    read(api.GET('/api/editions/{id}/cohorts', { params: { path }, signal })),
    id ? read(api.GET('/api/cohorts/{id}/people', { params: { path: { id }, query }, signal })) : null,
    id && name && name.length > 1
      ? read(api.GET('/api/editions/{id}/enrolled', { params: { path, query: { name } }, signal }))
      : null,
  ]);
  return { list, chosen, found: found?.items ?? null, asked: { name, after: value('after') } };
}

type Outcome = { told: string | null; refused: Refused | null; unknown?: string[] };
const outcome = (told: string, refused: Refused | null, unknown: string[] = []) =>
  data<Outcome & { of: string }>({ told: refused ? null : told, refused, unknown, of: '' }, refused?.status ?? 200);
const textIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export async function action({ params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const edition = params['edition'] ?? '';
  const intent = textIn(form, 'intent');
  const id = textIn(form, 'cohort');
  if (intent === 'make') return make(edition, textIn(form, 'name'));
  if (intent === 'remove') return remove(edition, id);
  return (changes[intent] ?? changes['add']!)(id, form);
}

async function make(edition: string, name: string) {
  const call = api.POST('/api/editions/{id}/cohorts', { params: { path: { id: edition } }, body: { name } });
  const { done, refused } = await write(call);
  return done ? redirect(`/gestion/ediciones/${edition}/grupos?grupo=${done.id}`) : outcome(says.made, refused);
}

async function remove(edition: string, id: string) {
  const { refused } = await write(api.DELETE('/api/cohorts/{id}', { params: { path: { id } } }));
  return refused ? outcome('', refused) : redirect(`/gestion/ediciones/${edition}/grupos`);
}

const members = (id: string, body: Schemas['CohortMembersBody']) =>
  write(api.PUT('/api/cohorts/{id}/people', { params: { path: { id } }, body }));

async function intake(id: string, body: Schemas['CohortIntakeBody']) {
  const { done, refused } = await write(api.POST('/api/cohorts/{id}/people', { params: { path: { id } }, body }));
  return outcome(done ? says.taken(done.taken, done.moved) : '', refused, done?.unknown);
}

/** What can be done to the people or the name of one cohort. */
const changes: Record<string, (id: string, form: FormData) => Promise<ReturnType<typeof outcome>>> = {
  rename: async (id, form) => {
    const body = { name: textIn(form, 'name') };
    const { refused } = await write(api.PUT('/api/cohorts/{id}', { params: { path: { id } }, body }));
    return outcome(says.renamed, refused);
  },
  out: async (id, form) => {
    const { refused } = await members(id, { add: [], remove: [textIn(form, 'person')] });
    return outcome(says.tookOut, refused);
  },
  add: async (id, form) => {
    const add = form.getAll('person').filter((value) => typeof value === 'string');
    const { refused } = await members(id, { add, remove: [] });
    return outcome(says.added(add.length), refused);
  },
  region: (id, form) => intake(id, { by: 'region', cut: textIn(form, 'region') }),
  list: (id, form) => intake(id, { by: 'list', text: textIn(form, 'text') }),
};

/** The groups of an edition, and the people of the one that is chosen. */
export function Component() {
  const { list, chosen, found, asked: query } = useLoaderData<typeof loader>();
  const answer = useActionData<Outcome>();
  return (
    <main id="main" className="wrap stack gap-5 arranging" data-density="compact">
      <Head edition={list.edition} title={says.title} lead={says.lead} />
      <Told answer={answer}>
        {answer?.unknown && answer.unknown.length > 0 && <p>{says.unknown(answer.unknown)}</p>}
      </Told>
      <div className="split aside-first">
        <Cohorts list={list} chosen={chosen?.id} answer={chosen ? undefined : answer} />
        {chosen ? (
          <ChosenCohort key={chosen.id} list={list} page={chosen} found={found} asked={query} answer={answer} />
        ) : (
          <p className="meta">{says.choose}</p>
        )}
      </div>
    </main>
  );
}

function Cohorts({ list, chosen, answer }: { list: List; chosen: string | undefined; answer: Answer }) {
  return (
    <nav className="stack gap-4" aria-labelledby="cohorts">
      <SectionTitle id="cohorts">{says.list}</SectionTitle>
      {list.items.length === 0 ? (
        <p className="meta">{says.none}</p>
      ) : (
        <ul className="rows tappable">
          {list.items.map(({ id, name, people, extensions }) => (
            <li key={id}>
              <Link to={`?grupo=${id}`} aria-current={id === chosen ? 'page' : undefined}>
                <span>
                  {name}
                  <span className="meta under">
                    {says.people(people)}
                    {extensions > 0 && ` · ${says.extensions(extensions)}`}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="meta">{says.free(list.free)}</p>
      <Form method="post" className="stack gap-2" noValidate>
        <input type="hidden" name="intent" value="make" />
        <Field
          label={says.name}
          name="name"
          maxLength={80}
          hint={says.nameHint}
          autoComplete="off"
          error={faultIn(answer, 'name', says.nameFault)}
        />
        <p>
          <button className={chosen ? 'btn' : 'btn primary'}>{says.make}</button>
        </p>
      </Form>
    </nav>
  );
}
