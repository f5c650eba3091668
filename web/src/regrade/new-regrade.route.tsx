import './regrade.css';
import { type ActionFunctionArgs, data, Form, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useNavigation } from 'react-router'; // prettier-ignore
import { api, read, type Schemas, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import { asked, given } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { editionName } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { refusals } from '../words/refusals.ts';
import { words } from './words.ts';

const { make } = words;

type Decision = Schemas['Regrade']['decision'];
type Options = Schemas['RegradeOptions'];

export const handle: Handle = { title: make.heading, description: words.description };

const wantedIn = (request: Request) => {
  const value = asked(request);
  const id = (name: string) => /^[\da-f-]{36}$/.exec(value(name) ?? '')?.[0];
  return {
    questionId: id('pregunta'),
    editionId: id('edicion'),
    unit: value('evaluacion'),
    decision: value('decision'),
  };
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { decision = null, ...wanted } = wantedIn(request);
  const query = given(wanted);
  const options = await read(api.GET('/api/regrades/options', { params: { query }, signal: request.signal }));
  return { options, decision };
}

type Text = (name: string) => string;

/** What the form says, as the API takes it. */
function bodyOf(text: Text, { questionId = '', editionId = '', unit = '' }: ReturnType<typeof wantedIn>) {
  const here = { editionId, unit };
  const place = editionId === '' || text('scope') === 'everywhere' ? null : here;
  const common = { reason: text('reason'), keepBetter: text('keepBetter') === 'yes' };
  return {
    version: { decision: 'version', questionId, versionId: text('version'), place, ...common },
    full: { decision: 'full', questionId, place, ...common },
    drop: { decision: 'drop', questionId, place, ...common },
    rule: { decision: 'rule', place: here, ...common },
  } as const;
}

export async function action({ request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const body = bodyOf(text, wantedIn(request))[text('decision') as Decision];
  const { done, refused } = await write(api.POST('/api/regrades', { body }));
  return refused ? data({ refused }, refused.status) : redirect(`/notas/recalculos/${done?.id ?? ''}`);
}

export function Component() {
  const { options, decision } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const busy = useNavigation().formMethod !== undefined;
  const wrong = refused?.errors.some(({ path }) => path === 'reason');
  return (
    <main id="main" className="wrap stack gap-5 regrade" data-density="compact">
      <header className="stack gap-2">
        <Breadcrumbs trail={[{ to: '/notas/recalculos', name: words.title }]} />
        <h1>{make.heading}</h1>
        <p className="meta">{make.lead}</p>
        {options.question && <Html html={options.question.prompt} className="serif prompt" block />}
      </header>
      {refused && (
        <Notice tone="danger" role="alert" title={refusals[refused.code]}>
          {wrong ? make.reasonWrong : undefined}
        </Notice>
      )}
      <Form method="post" className="stack gap-5 narrow-form" noValidate>
        <Decisions options={options} chosen={decision} />
        <Where options={options} />
        <label className="option plain">
          <input type="checkbox" name="keepBetter" value="yes" defaultChecked />
          <span>{make.keepBetter}</span>
        </label>
        <Reason wrong={wrong ?? false} />
        <p>
          <button className="btn primary" aria-busy={busy || undefined}>
            {make.submit}
          </button>
        </p>
      </Form>
    </main>
  );
}

function Reason({ wrong }: { wrong: boolean }) {
  return (
    <TextArea
      id="reason"
      name="reason"
      label={make.reason}
      hint={make.reasonHint}
      error={wrong ? make.reasonWrong : undefined}
      rows={3}
      maxLength={1000}
    />
  );
}

function Decisions({ options: { question, place }, chosen }: { options: Options; chosen: string | null }) {
  const ofQuestion = question ? (['version', 'full', 'drop'] as const) : [];
  const all: readonly Decision[] = place && !question ? ['rule'] : ofQuestion;
  const first = all.find((decision) => decision === chosen) ?? all[0];
  return (
    <>
      <fieldset>
        <legend>{make.decision}</legend>
        {all.map((decision) => (
          <label key={decision} className="option" htmlFor={decision}>
            <input id={decision} type="radio" name="decision" value={decision} defaultChecked={decision === first} />
            <span>
              {words.decisions[decision]}
              <span className="meta block">{words.hints[decision]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {question && (
        <div className="field">
          <label htmlFor="version">{make.version}</label>
          <select className="input" id="version" name="version">
            {question.versions.map(({ id, n, note }) => (
              <option key={id} value={id}>
                {make.versionName(n, note)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

function Where({ options: { question, place } }: { options: Options }) {
  if (!question || !place) return null;
  return (
    <fieldset>
      <legend>{make.scope}</legend>
      <label className="option">
        <input type="radio" name="scope" value="here" defaultChecked />
        <span>{make.here(place.unitTitle, editionName(place.name))}</span>
      </label>
      <label className="option">
        <input type="radio" name="scope" value="everywhere" />
        <span>{make.everywhere}</span>
      </label>
    </fieldset>
  );
}
