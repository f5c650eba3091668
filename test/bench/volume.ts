import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type pg from 'pg';
import { addClassrooms } from './classrooms.ts';
import { addPeople, connect, patterns, people } from './people.ts';
import { walk, walkOn } from './walk.ts';

/** Someone in the load: what they may ask for. */
export type Learner = { n: number; enrolment: string; attempt: string; lease: string; responses: unknown[] };
/** An attempt to hand in, and whose it is. */
export type Spare = { n: number; attempt: string };

/** Someone with a password, for the browser. */
export const visitor = { run: '11.111.111-1', password: 'cordillera-y-archipielago' };

const commands = new URL('../../api/dist/commands/', import.meta.url);

/**
 * Loads a realistic volume beside a program that runs already and has loaded its content: 5.000 people over 16 regions,
 * four courses, 200.000 events, 20.000 attempts, and 200 editions with what their tutors mark. A few are led through the
 * program itself; the rest repeat their records.
 */
export async function load(url: string, address: string, say: (line: string) => void): Promise<void> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: url, PUBLIC_URL: address };
  const run = (command: string, given: Record<string, string>) => {
    const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
    return promisify(execFile)(process.execPath, [new URL(command, commands).pathname, ...args], { env });
  };
  const year = new Date().getFullYear();
  await run('edition-open.js', {
    ...{
      diplomado: 'gestion-de-territorios-de-convergencia',
      nombre: 'Edición de medición',
      cupos: String(2 * people),
    },
    ...{ inscripcion: `01/01/${year - 1}-31/12/${year}`, clases: `01/01/${year - 1}-31/12/${year + 1}` },
  });
  const { stdout } = await run('person-add.js', { run: visitor.run, nombres: 'Ana María', apellidos: 'Soto Díaz' });
  await setPassword(address, /\/recuperar\/(\S+)/.exec(stdout)?.[1] ?? '');

  const db = await connect(url);
  say(`${people} personas con sus matrículas…`);
  await addPeople(db);
  say(`${patterns} de ellas recorren el programa…`);
  for (const walker of await walkers(db)) await walk({ ...walker, address });
  say('Las demás repiten lo que ellas hicieron…');
  await repeat(db);
  say('Y doscientas salas con sus entregas…');
  await addClassrooms(db);
  say(`Quedan ${await counts(db)}.`);
  await db.end();
}

async function setPassword(address: string, token: string): Promise<void> {
  const body = JSON.stringify({ token, password: visitor.password });
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const response = await fetch(`${address}/api/recovery`, { method: 'PUT', headers, body });
  if (!response.ok) throw new Error(`PUT /api/recovery: ${response.status} ${await response.text()}`);
}

/** The first people, each with their enrolments in the order of the programme. */
async function walkers(db: pg.Client): Promise<{ n: number; enrolments: string[] }[]> {
  const { rows } = await db.query<{ n: number; enrolments: string[] }>(`
    select run - 30000000 as n, array_agg(enrolment.id order by programme_course.position) as enrolments
    from person
    join enrolment on person_id = person.id
    join edition on edition.id = edition_id
    join course_version on course_version.id = course_version_id
    join programme_course using (course_id)
    where run between 30000001 and ${30000000 + patterns}
    group by run order by run
  `);
  return rows;
}

/** Pairs each enrolment with that of whom it repeats, and copies what is known of reading. */
async function repeat(db: pg.Client): Promise<void> {
  await db.query(`
    create table bench_pair as
    select origin.id as origin, copy.id as copy, copy.person_id
    from person
    join enrolment copy on copy.person_id = person.id
    join person pattern on pattern.run = 30000001 + (person.run - 30000001) % ${patterns}
    join enrolment origin on origin.person_id = pattern.id and origin.edition_id = copy.edition_id
    where person.run > ${30000000 + patterns}
  `);
  await db.query('analyze'); // else the planner takes all of these tables for empty
  await db.query(`
    insert into learning_event (person_id, event_id, enrolment_id, unit_key, kind, occurred_at, received_at, detail)
    select pair.person_id, uuidv7(), copy, unit_key, kind, occurred_at, received_at, detail
    from bench_pair pair join learning_event on enrolment_id = origin
  `);
  await db.query(`
    insert into unit_progress
      (enrolment_id, unit_key, opened_at, done_at, changed_at, seconds, anchor, permille, positioned_at)
    select copy, unit_key, opened_at, done_at, changed_at, seconds, anchor, permille, positioned_at
    from bench_pair join unit_progress on enrolment_id = origin
  `);
  await db.query(`
    update enrolment set last_unit = lived.last_unit, last_at = lived.last_at
    from bench_pair join enrolment lived on lived.id = origin where enrolment.id = copy
  `);
  await repeatAttempts(db);
}

/** Copies the attempts that are not copied yet, answers and notas included. Clocks that run now run until tomorrow. */
async function repeatAttempts(db: pg.Client): Promise<void> {
  await db.query(`
    insert into attempt (id, enrolment_id, unit_key, n, seed, generator, started_at, deadline_at, submitted_at, ended_by,
      lease_id, points, max_points, grade, scale, sequential, per_page, reached, pending, reopened)
    select uuidv7(), copy, unit_key, n, seed, generator, started_at, deadline_at + interval '1 day', submitted_at, ended_by,
      lease_id, points, max_points, grade, scale, sequential, per_page, reached, pending, reopened
    from bench_pair join attempt on enrolment_id = origin
    on conflict do nothing
  `);
  await db.query(`
    insert into attempt_question
      (attempt_id, position, question_version_id, section, max_points, option_order, drawn, response, flagged, seq, seconds,
       saved_at, points)
    select copied.id, position, question_version_id, section, question.max_points, option_order, drawn, response, flagged, seq,
      seconds, saved_at, question.points
    from bench_pair
    join attempt lived on lived.enrolment_id = origin
    join attempt copied on copied.enrolment_id = copy and copied.unit_key = lived.unit_key and copied.n = lived.n
    join attempt_question question on question.attempt_id = lived.id
    on conflict do nothing
  `);
  await db.query(`
    insert into unit_grade (enrolment_id, unit_key, grade, computed, overridden, graded_at)
    select copy, unit_key, grade, computed, overridden, graded_at from bench_pair join unit_grade on enrolment_id = origin
    on conflict do nothing
  `);
}

async function counts(db: pg.Client): Promise<string> {
  const names = {
    person: 'personas',
    learning_event: 'eventos',
    attempt: 'intentos',
    attempt_question: 'respuestas',
    submission: 'entregas',
  };
  const parts: string[] = [];
  for (const [table, name] of Object.entries(names)) {
    const { rows } = await db.query<{ count: number }>(`select count(*)::integer as count from ${table}`);
    parts.push(`${(rows[0]?.count ?? 0).toLocaleString('es-CL')} ${name}`);
  }
  return parts.join(', ');
}

/** Everyone who repeats, with what the load asks for on their behalf. */
export async function learnersOf(db: pg.Client): Promise<Learner[]> {
  const { rows } = await db.query<Learner>(`
    select run - 30000000 as n, enrolment.id as enrolment, attempt.id as attempt, lease_id as lease,
      (select json_agg(response order by position) from attempt_question where attempt_id = attempt.id) as responses
    from person
    join enrolment on enrolment.person_id = person.id
    join attempt on attempt.enrolment_id = enrolment.id and submitted_at is null
    where run > ${30000000 + patterns}
    order by run
  `);
  return rows;
}

/** Opens more attempts for everyone, and answers them with whose they are. */
export async function openMore(db: pg.Client, address: string): Promise<Spare[]> {
  for (const walker of await walkers(db)) await walkOn({ ...walker, address });
  await repeatAttempts(db);
  await db.query('vacuum analyze attempt, attempt_question');
  const { rows } = await db.query<Spare>(`
    select run - 30000000 as n, attempt.id as attempt
    from person
    join enrolment on enrolment.person_id = person.id
    join attempt on attempt.enrolment_id = enrolment.id
    where run > ${30000000 + patterns} and submitted_at is null
    order by attempt.id
  `);
  return rows;
}

/** Takes back that these were handed in, so that they can be once more. */
export async function reopen(db: pg.Client, spare: Spare[]): Promise<void> {
  const ids = spare.map(({ attempt }) => attempt);
  await db.query(
    `update attempt set submitted_at = null, ended_by = null, points = null, grade = null, scale = null, pending = 0
     where id = any($1) and submitted_at is not null`,
    [ids],
  );
  await db.query('delete from pgboss.job');
  await db.query('vacuum attempt, attempt_question, pgboss.job');
}
