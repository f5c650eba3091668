import pg from 'pg';

/** How many take part, and how many of them are led through the program one by one; the rest repeat what these did. */
export const people = 5000;
export const patterns = 10;

/** The session of the nth person; any 43 characters of base64url will do. */
export const tokenOf = (n: number) => String(n).padStart(43, 'b');
/** As production names it. */
export const cookieOf = (n: number) => `__Host-aula=${tokenOf(n)}`;

export async function connect(url: string): Promise<pg.Client> {
  const db = new pg.Client(url);
  await db.connect();
  return db;
}

/** Everyone with a session, spread over the sixteen regions, enrolled in the programme and in its four courses. */
export async function addPeople(db: pg.Client): Promise<void> {
  await db.query(`
    insert into person (id, run, given_names, family_names, email, institution_id, is_demo, created_at)
    select uuidv7(), 30000000 + n, 'Persona ' || n, 'de Prueba', null, institution.id, false, now()
    from generate_series(1, ${people}) n
    join (select id, row_number() over (order by region_cut) - 1 as i from institution where kind = 'regional_government') institution
      on institution.i = n % 16
  `);
  // Seen an hour from now: that a session is marked as seen, every five minutes, is not what is measured.
  await db.query(`
    insert into session (id, token_hash, person_id, created_at, last_seen_at, user_agent)
    select uuidv7(), sha256(convert_to(lpad((run - 30000000)::text, 43, 'b'), 'UTF8')), id, now(), now() + interval '1 hour', 'bench'
    from person where run > 30000000
  `);
  await db.query(`
    insert into enrolment (id, edition_id, person_id, enrolled_at)
    select uuidv7(), edition.id, person.id, now() from edition, person where programme_version_id is not null
  `);
  await db.query(`
    insert into enrolment (id, edition_id, person_id, parent_id, enrolled_at)
    select uuidv7(), edition.id, person_id, enrolment.id, now()
    from enrolment join edition on edition.parent_id = enrolment.edition_id
  `);
  await db.query(`update seat_quota set taken = (select count(*) from person) where seats > 0`);
}
