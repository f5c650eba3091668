import { randomUUID } from 'node:crypto';
import { newId } from '../../api/src/platform/id.ts';
import { cookieOf } from './people.ts';

/** What the walk needs of the answers of the API. */
type Unit = { key: string; kind: 'lesson' | 'evaluation' };
type Room = { modules: { units: Unit[] }[] };
type Option = { id: string };
type Part = { type: 'html' | 'text' | 'number' } | { type: 'choice'; options: Option[] };
type Body = { kind: string } & Partial<Record<'options' | 'left' | 'right' | 'items' | 'bins' | 'areas', Option[]>> & {
    parts?: (Part & Option)[];
  };
type Attempt = { questions: { position: number; body: Body }[] };

/** Who walks: the nth person, with their enrolments in the courses of the programme, in its order. */
export type Walker = { n: number; address: string; enrolments: string[] };

const lessons = 10;
const handedIn = 3;

/** Leads a person through the program: ten lessons read, three quizzes of the first course handed in, its final one open. */
export async function walk(walker: Walker): Promise<void> {
  const rooms = await Promise.all(walker.enrolments.map((enrolment) => unitsOf(walker, enrolment)));
  const all = rooms.flatMap((units, index) =>
    units.filter(isLesson).map(({ key }) => ({ enrolment: walker.enrolments[index] ?? '', key })),
  );
  const events = all.slice(0, lessons).flatMap(({ enrolment, key }) => readingOf(enrolment, key));
  await send(walker, 'POST', '/api/activity', { events });
  const evaluations = rooms[0]?.filter(isEvaluation) ?? [];
  for (const [index, { key }] of evaluations.entries())
    await take(walker, walker.enrolments[0] ?? '', key, index < handedIn);
}

/** Leaves each evaluation of the second course open and answered: what the measure of handing in uses up. */
export async function walkOn(walker: Walker): Promise<void> {
  const [, second = ''] = walker.enrolments;
  const units = await unitsOf(walker, second);
  for (const { key } of units.filter(isEvaluation)) await take(walker, second, key, false);
}

const isLesson = ({ kind }: Unit) => kind === 'lesson';
const isEvaluation = ({ kind }: Unit) => kind === 'evaluation';

async function unitsOf(walker: Walker, enrolment: string): Promise<Unit[]> {
  const { modules } = await send<Room>(walker, 'GET', `/api/enrolments/${enrolment}`);
  return modules.flatMap(({ units }) => units);
}

/** The events of one lesson, as the web sends them. */
export function readingOf(enrolmentId: string, unit: string) {
  const event = () => ({ id: newId(), enrolmentId, unit, at: new Date().toISOString() });
  return [
    { ...event(), kind: 'opened' },
    { ...event(), kind: 'position', anchor: null, permille: 640 },
    { ...event(), kind: 'active', seconds: 60 },
    { ...event(), kind: 'read' },
  ];
}

async function take(walker: Walker, enrolment: string, unit: string, handIn: boolean): Promise<void> {
  const lease = randomUUID();
  const started = `/api/enrolments/${enrolment}/evaluations/${unit}/attempts`;
  const { id } = await send<{ id: string }>(walker, 'POST', started, { lease });
  const { questions } = await send<Attempt>(walker, 'GET', `/api/attempts/${id}`);
  for (const { position, body } of questions) {
    const answer = { lease, seq: 1, response: responseTo(body, walker.n), flagged: false };
    await send(walker, 'PUT', `/api/attempts/${id}/answers/${position}`, answer);
  }
  if (handIn) await send(walker, 'POST', `/api/attempts/${id}/submission`);
}

/** Some answer that fits the question. */
function responseTo(body: Body, n: number): object {
  const { kind, options = [], left = [], right = [], items = [], bins = [], areas = [], parts = [] } = body;
  const ids = options.map(({ id }) => id);
  const responses: Record<string, object> = {
    single: { choice: ids[n % ids.length] },
    multiple: { choices: ids.slice(0, 2) },
    true_false: { value: n % 2 === 0 },
    numeric: { text: '12,5' },
    matching: { pairs: Object.fromEntries(left.map(({ id }, index) => [id, right[index]?.id ?? right[0]?.id])) },
    ordering: { order: items.map(({ id }) => id) },
    short: { text: 'convergencia' },
    calculated: { text: '12,5' },
    gaps: {
      gaps: Object.fromEntries(parts.filter(({ type }) => type !== 'html').map((part) => [part.id, fill(part)])),
    },
    categorise: { bins: Object.fromEntries(items.map(({ id }, index) => [id, bins[(index + n) % bins.length]?.id])) },
    hotspot: { areas: areas.slice(0, 1).map(({ id }) => id) },
    essay: { html: '<p>La brecha se mide con una referencia, una fuente y una fecha.</p>' },
    file: { files: [] },
  };
  return { kind, ...responses[kind] };
}

const fill = (part: Part) => (part.type === 'choice' ? part.options[0]?.id : '3');

async function send<T>({ n, address }: Walker, method: string, path: string, body?: object): Promise<T> {
  const headers = {
    cookie: cookieOf(n),
    'sec-fetch-site': 'same-origin',
    ...(body && { 'content-type': 'application/json' }),
  };
  const response = await fetch(address + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
