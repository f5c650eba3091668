import type pg from 'pg';
import { patterns, people, tokenOf } from './people.ts';

/** The number of whoever marks, beyond those of the people. */
export const tutor = 20_000_001;
const editions = 200;
const perEdition = 300;

/**
 * Adds what those who assess have before them: 200 editions of the first course with 300 of another 5.000 people each, who
 * repeat the ended attempts of the ten that were led through the program, and hand in its task: 60.000 submissions and a
 * million answers. They are others, so that the start page of those who are measured stays as people have it.
 */
export async function addClassrooms(db: pg.Client): Promise<void> {
  await db.query(`
    create table bench_room as
    select uuidv7() as id, n, first.*
    from generate_series(1, ${editions}) n, (
      select edition.id as origin_edition, edition.course_version_id as version_id
      from edition join course_version on course_version.id = course_version_id join course on course.id = course_id
      where slug = 'por-que-convergencia' and edition.parent_id is not null
      limit 1) first
  `);
  await copyRows(db, 'edition', {
    from: 'bench_room copy join edition on edition.id = copy.origin_edition',
    put: { id: 'copy.id', parent_id: 'null', name: `'Sala ' || copy.n` },
  });
  await db.query(`
    insert into person (id, run, given_names, family_names, email, institution_id, is_demo, created_at)
    select uuidv7(), run + 10000000, given_names, family_names, null, institution_id, false, now()
    from person where run > 30000000
  `);
  await db.query(`
    create table bench_seat as
    select uuidv7() as id, room.id as edition_id, person.id as person_id, origin.id as origin, room.version_id
    from bench_room room
    join person on run > 40000000 and (run - 40000001 + ${people} - room.n * 25) % ${people} < ${perEdition}
    join person pattern on pattern.run = 30000001 + (person.run - 40000001) % ${patterns}
    join enrolment origin on origin.person_id = pattern.id and origin.edition_id = room.origin_edition
  `);
  await db.query(`
    insert into enrolment (id, edition_id, person_id, enrolled_at)
    select id, edition_id, person_id, now() - interval '30 days' from bench_seat
  `);
  await addTutor(db);
  await db.query('analyze');
  await repeatAttempts(db);
  await handIn(db);
  await db.query('vacuum analyze');
}

async function repeatAttempts(db: pg.Client): Promise<void> {
  await db.query(`
    create table bench_attempt as
    select uuidv7() as id, seat.id as enrolment_id, attempt.id as origin
    from bench_seat seat join attempt on attempt.enrolment_id = seat.origin and submitted_at is not null
  `);
  await db.query('analyze bench_attempt');
  await copyRows(db, 'attempt', {
    from: 'bench_attempt copy join attempt on attempt.id = copy.origin',
    put: { id: 'copy.id', enrolment_id: 'copy.enrolment_id' },
  });
  await copyRows(db, 'attempt_question', {
    from: 'bench_attempt copy join attempt_question on attempt_id = copy.origin',
    put: { attempt_id: 'copy.id' },
  });
  await copyRows(db, 'unit_grade', {
    from: 'bench_seat copy join unit_grade on unit_grade.enrolment_id = copy.origin',
    put: { enrolment_id: 'copy.id' },
  });
}

/** Whoever marks all of it; their cookie is that of `tutor`. */
async function addTutor(db: pg.Client): Promise<void> {
  const run = 30_000_000 + tutor;
  await db.query(
    `insert into person (id, run, given_names, family_names, email, institution_id, is_demo, created_at)
     values (uuidv7(), $1, 'Tutora', 'de Prueba', null, null, false, now())`,
    [run],
  );
  await db.query(
    `insert into role_grant (id, person_id, role, valid_from) select uuidv7(), id, 'tutor', now() from person where run = $1`,
    [run],
  );
  await db.query(
    `insert into session (id, token_hash, person_id, created_at, last_seen_at, user_agent)
     select uuidv7(), sha256(convert_to($2, 'UTF8')), id, now(), now() + interval '1 hour', 'bench' from person where run = $1`,
    [run, tokenOf(tutor)],
  );
}

/** One text of some 200 words from everyone, over the last two weeks. */
async function handIn(db: pg.Client): Promise<void> {
  await db.query(`
    insert into submission (id, kind, edition_id, unit_key, enrolment_id, state, version, submitted_at, late_minutes,
      created_at, draft, draft_seq)
    select uuidv7(), 'task', seat.edition_id, task.unit_key, seat.id, 'submitted', 1,
      now() - interval '1 second' * (random() * 1209600), 0, now() - interval '15 days', '', 1
    from bench_seat seat join task using (version_id)
  `);
  await db.query(`
    insert into submission_version (submission_id, n, html, words, submitted_at, submitted_by, late_minutes, folio)
    select submission.id, 1, '<p>' || repeat('Las familias reciben una ronda médica al mes frente a dos programadas. ', 18) || '</p>',
      198, submitted_at, person_id, 0, 'B-' || row_number() over ()
    from submission join enrolment on enrolment.id = enrolment_id where kind = 'task'
  `);
}

/** Repeats the rows of a table as they are, but for the columns that are `put`: whatever columns it has today. */
async function copyRows(
  db: pg.Client,
  table: string,
  { from, put }: { from: string; put: Record<string, string> },
): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => put[name] ?? `${table}.${name}`);
  await db.query(`insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${from}`);
}
