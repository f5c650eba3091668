import type pg from 'pg';
import { newId } from '../../api/src/platform/id.ts';
import { tutor } from './classrooms.ts';
import { cookieOf } from './people.ts';
import type { Ask } from './plan.ts';
import { learnersOf, openMore, reopen, type Learner, type Spare } from './volume.ts';
import { readingOf } from './walk.ts';

/** One line of the table: how to ask, what to do before each run, and how often at most it may be asked in one. */
export type Row = {
  name: string;
  next: () => Ask;
  /** A read that people wait for on every page: it has budgets. */
  hot?: boolean;
  prepare?: () => Promise<void>;
  most?: () => number;
};

/** Every line, in the order of the table. Each request comes from another person than the last. */
export async function rowsOf(db: pg.Client, address: string): Promise<Row[]> {
  const next = turns(await learnersOf(db));
  const { lessons, blobs } = await textsOf(db);
  const lessonOf = ({ n }: Learner) => lessons[n % lessons.length] ?? '';
  const nextBlob = turns(blobs);
  const read = (name: string, pathOf: (learner: Learner) => string): Row => ({
    ...{ name, hot: true },
    next: () => asked(next(), pathOf),
  });
  return [
    read('home', () => '/api/home'),
    read('course', ({ enrolment }) => `/api/enrolments/${enrolment}`),
    read('lesson manifest', (learner) => `/api/enrolments/${learner.enrolment}/lessons/${lessonOf(learner)}`),
    {
      name: 'lesson blob',
      next: () => ({ method: 'GET', path: `/api/blobs/${nextBlob()}.html`, headers: { 'accept-encoding': 'br' } }),
    },
    { name: 'progress batch', next: () => batchOf(next(), lessonOf) },
    read('attempt page', ({ attempt }) => `/api/attempts/${attempt}`),
    answering(next),
    handingIn(db, address),
    ...(await staffRows(db)),
  ];
}

/** What a tutor opens, in one room after another. */
async function staffRows(db: pg.Client): Promise<Row[]> {
  const rooms = await db.query<{ id: string; submission: string }>(`
    select distinct on (edition.id) edition.id, submission.id as submission
    from edition join submission on edition_id = edition.id
    where name like 'Sala %' order by edition.id, submission.submitted_at
  `);
  const next = turns(rooms.rows);
  const row = (name: string, pathOf: (room: { id: string; submission: string }) => string): Row => ({
    name,
    next: () => ({ method: 'GET', path: pathOf(next()), headers: headersOf(tutor) }),
  });
  return [
    row('marking queue', ({ id }) => `/api/editions/${id}/marking/ficha-de-brechas`),
    row('marking item', ({ submission }) => `/api/submissions/${submission}/marking`),
    row('gradebook', ({ id }) => `/api/editions/${id}/gradebook`),
    row('item analysis', ({ id }) => `/api/editions/${id}/evaluations/control-1/analysis`),
  ];
}

/** Answers each in turn, over and over. */
function turns<T>(all: T[]): () => T {
  let at = 0;
  return () => {
    const found = all[at++ % all.length];
    if (found === undefined) throw new Error('nobody to take turns');
    return found;
  };
}

const headersOf = (n: number) => ({ cookie: cookieOf(n), 'sec-fetch-site': 'same-origin' });
const asked = (learner: Learner, pathOf: (learner: Learner) => string): Ask => ({
  method: 'GET',
  path: pathOf(learner),
  headers: headersOf(learner.n),
});
const sent = (method: 'POST' | 'PUT', n: number, path: string, body: object): Ask => ({
  ...{ method, path, body: JSON.stringify(body) },
  headers: { ...headersOf(n), 'content-type': 'application/json' },
});

/** The lessons of the first course, and the text of every lesson. */
async function textsOf(db: pg.Client): Promise<{ lessons: string[]; blobs: string[] }> {
  const { rows } = await db.query<{ key: string; sha: string; slug: string }>(`
    select unit_key as key, sha, slug from version_unit join course on current_version_id = version_id
    where kind = 'lesson' order by course.key, position
  `);
  const first = rows.filter(({ slug }) => slug === 'por-que-convergencia');
  return { lessons: first.map(({ key }) => key), blobs: [...new Set(rows.map(({ sha }) => sha))] };
}

/** What a page sends after some minutes of reading; marking as read is rarer, and starts a job. */
function batchOf(learner: Learner, lessonOf: (learner: Learner) => string): Ask {
  const [opened, position, active] = readingOf(learner.enrolment, lessonOf(learner));
  const more = [position, active].map((event) => ({ ...event, id: newId() }));
  return sent('POST', learner.n, '/api/activity', { events: [opened, position, active, ...more] });
}

/** Saves grow in number, so that none is stale. */
function answering(next: () => Learner): Row {
  let seq = 1000;
  const ask = ({ n, attempt, lease, responses }: Learner) => {
    const position = 1 + (++seq % responses.length);
    const answer = { lease, seq, response: responses[position - 1], flagged: false };
    return sent('PUT', n, `/api/attempts/${attempt}/answers/${position}`, answer);
  };
  return { name: 'answer save', next: () => ask(next()) };
}

/** Each attempt is handed in once a run. */
function handingIn(db: pg.Client, address: string): Row {
  let spare: Spare[] | undefined;
  let next: () => Spare;
  return {
    name: 'submit',
    prepare: async () => {
      await reopen(db, (spare ??= await openMore(db, address)));
      next = turns(spare);
    },
    most: () => spare?.length ?? 0,
    next: () => {
      const { n, attempt } = next();
      return { method: 'POST', path: `/api/attempts/${attempt}/submission`, headers: headersOf(n) };
    },
  };
}
