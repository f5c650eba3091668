import './grade.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { api, read, type Refused, type Schemas, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { day, hour } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Status } from '../ui/status.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { refusals } from '../words/refusals.ts';
import { words } from './grade-words.ts';

const { appeal: says } = words;
type Own = Schemas['OwnAppeals'];
type Appeal = Own['appeals'][number];

export const handle: Handle<typeof loader> = { title: says.title, description: says.description };

export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { id: params['enrolment'] ?? '', unit: params['unit'] ?? '' };
  return { own: await read(api.GET('/api/enrolments/{id}/notas/{unit}/appeals', { params: { path }, signal })), path };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const body = { text: text('text') };
  const path = { id: params['enrolment'] ?? '', unit: params['unit'] ?? '' };
  const second = text('appeal');
  const { refused } = await (second
    ? write(api.POST('/api/appeals/{id}/second', { params: { path: { id: second } }, body }))
    : write(api.POST('/api/enrolments/{id}/notas/{unit}/appeals', { params: { path }, body })));
  return data({ refused }, refused?.status ?? 200);
}

/** A request to mark one's nota again: asked for, followed, and taken to the second instance. */
export function Component() {
  const { own, path } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  const open = own.appeals.find(({ maySecond }) => maySecond);
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: '/inicio', name: words.trail.home },
          { to: `/estudio/${path.id}`, name: own.course },
        ]}
      />
      <header className="stack gap-1">
        <p className="meta">{says.about(own.title, own.grade)}</p>
        <h1>{says.title}</h1>
        <p>{own.bar ? says.bars[own.bar] : `${says.lead(own.answerDays)} ${says.until(day(own.askUntil, zone))}`}</p>
      </header>
      {refused === null && <Notice tone="success" role="status" title={says.done} />}
      {own.bar === null && <Asking refused={refused} submit={says.ask} />}
      {own.appeals.map((appeal) => (
        <Course key={appeal.id} appeal={appeal} />
      ))}
      {open && <Second appeal={open} refused={refused} />}
    </main>
  );
}

function Second({ appeal, refused }: { appeal: Appeal; refused: Refused | null | undefined }) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  return (
    <section className="stack gap-3" aria-labelledby="segunda">
      <SectionTitle id="segunda">{says.second}</SectionTitle>
      <p>
        {appeal.overdue ? says.late : says.secondLead}{' '}
        {!appeal.overdue && appeal.secondUntil && says.secondUntil(day(appeal.secondUntil, zone))}
      </p>
      <Asking refused={refused} submit={says.second} appeal={appeal.id} />
    </section>
  );
}

type AskingProps = { refused: Refused | null | undefined; submit: string; appeal?: string };

function Asking({ refused, submit, appeal = '' }: AskingProps) {
  const form = useFaultFocus(refused);
  const busy = useNavigation().formMethod !== undefined;
  const wrong = refused?.errors.some(({ path }) => path === 'text');
  return (
    <Form method="post" className="stack gap-4" noValidate ref={form}>
      {refused && (
        <Notice tone="danger" role="alert" title={says.refused}>
          {refusals[refused.code]}
        </Notice>
      )}
      <input type="hidden" name="appeal" value={appeal} />
      <TextArea
        id="texto"
        name="text"
        label={says.text}
        hint={says.hint}
        error={wrong ? says.wrong : undefined}
        rows={6}
        maxLength={4000}
      />
      <p>
        <button className="btn primary" aria-busy={busy || undefined}>
          {submit}
        </button>
      </p>
    </Form>
  );
}

const tones = {
  asked: 'pending',
  second: 'pending',
  accepted: 'success',
  rejected: 'danger',
  settled: 'info',
} as const;
const icons = { asked: 'clock', second: 'clock', accepted: 'check', rejected: 'close', settled: 'info' } as const;

/** What has happened to a request, and what is to come. */
function Course({ appeal }: { appeal: Appeal }) {
  const { id, state, text, secondText, answer, settlement } = appeal;
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  const at = (instant: string) => `${day(instant, zone)}, ${hour(instant, zone)}`;
  const steps = [
    { key: 'asked', title: says.steps.asked(at(appeal.askedAt)), text },
    ...answerStep(appeal, at).map((title) => ({ key: 'answer', title, text: answer })),
    ...(appeal.secondAt ? [{ key: 'second', title: says.steps.second(at(appeal.secondAt)), text: secondText }] : []),
    ...settlementStep(appeal, at).map((title) => ({ key: 'settlement', title, text: settlement })),
  ];
  return (
    <section className="stack gap-3" aria-labelledby={id}>
      <SectionTitle id={id}>{says.history}</SectionTitle>
      <p>
        <Status tone={tones[state]} icon={icons[state]}>
          {says.states[state]}
        </Status>
      </p>
      <ol className="rows">
        {steps.map((step) => (
          <li key={step.key}>
            <strong>{step.title}</strong>
            {step.text && <p>{step.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function answerStep(appeal: Appeal, at: (instant: string) => string): string[] {
  const { answeredBy, answer, state, answerDueAt, gradeAfter } = appeal;
  if (answer === null) return state === 'asked' ? [says.steps.answerDue(at(answerDueAt))] : [];
  const who = answeredBy ?? '';
  return [state === 'accepted' ? says.steps.accepted(who, gradeAfter ?? 10) : says.steps.rejected(who)];
}

function settlementStep(appeal: Appeal, at: (instant: string) => string): string[] {
  const { settledBy, upheld, settleDueAt, gradeAfter } = appeal;
  if (settleDueAt === null) return [];
  if (upheld === null) return [says.steps.settleDue(at(settleDueAt))];
  const who = settledBy ?? '';
  return [upheld ? says.steps.upheld(who, gradeAfter ?? 10) : says.steps.dismissed(who)];
}
