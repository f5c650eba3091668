import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { ownDatabase } from '../support/database.ts';
import { aDataDir, settings, start } from '../support/program.ts';

type Said = { code: number; out: string; err: string };

let database: Client;
let env: Record<string, string>;

beforeAll(async () => {
  const DATABASE_URL = await ownDatabase('template0');
  env = { DATABASE_URL, DATA_DIR: aDataDir(), PUBLIC_URL: 'https://aula.example' };
  const program = start(env); // a new installation: whoever installs has started it once
  await program.says(/Lista en/);
  program.program.kill('SIGTERM');
  await program.exit;
  database = new Client(DATABASE_URL);
  await database.connect();
});
afterAll(() => database.end());

function run(command: string, ...typed: string[]): Promise<Said> {
  const file = fileURLToPath(new URL(`../../api/dist/commands/${command}.js`, import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...typed], { env: settings(env) }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const lastOf = async (action: string) => {
  const { rows } = await database.query<{ actor_id: string | null; detail: Record<string, unknown> }>(
    'select actor_id, detail from audit_entry where action = $1 order by id desc limit 1',
    [action],
  );
  return rows[0];
};

const ana = ['--nombres', 'Ana María', '--apellidos', 'Soto Díaz'];

it('adds a person with a role, and prints the link that sets their password', async () => {
  const { code, out } = await run(
    'person-add',
    '--run',
    '12.345.678-5',
    ...ana,
    '--rol',
    'coordinator',
    '--region',
    '11',
  );
  expect(code).toBe(0);
  expect(out).toMatch(/^12\.345\.678-5 quedó en el padrón\..+\nhttps:\/\/aula\.example\/recuperar\/[\w-]{43}\n$/);
  expect(await lastOf('person.add')).toEqual({
    actor_id: null,
    detail: { institution: null, grants: [{ role: 'coordinator', regionCut: '11', editionId: null }] },
  });
  const again = await run('person-add', '--run', '12345678-5', ...ana);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('Ya existe una persona con ese RUN')]);
});

it.each([
  [['--run', '12.345.678-9', ...ana], 'El RUN 12.345.678-9 no es válido'],
  [['--run', '11.111.111-1', '--nombres', 'Ana'], 'Falta o está mal --apellidos'],
  [['--run', '11.111.111-1', ...ana, '--rol', 'jefe'], 'Falta o está mal --rol'],
  [['--run', '11.111.111-1', ...ana, '--region', '11'], 'falta --rol'],
  [['--run', '11.111.111-1', ...ana, '--rol', 'tutor', '--region', '99'], 'No existe esa región'],
  [['--run', '11.111.111-1', ...ana, '--comuna', '99999'], 'No existe esa comuna'],
  [['--run', '11.111.111-1', ...ana, '--institucion', 'gore-99'], 'No existe lo que nombras'],
  [['--run', '11.111.111-1', ...ana, '--nombre', 'Ana'], 'No se entiende «--nombre»'],
  [['--run', '11.111.111-1', ...ana, 'suelto'], 'No se entiende «suelto»'],
])('refuses a person given as %j', async (typed, sentence) => {
  const { code, out, err } = await run('person-add', ...typed);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(sentence);
  expect((await database.query('select from person where run = 11111111')).rowCount).toBe(0);
});

const dates = ['--inscripcion', '01/12/2026-31/12/2026', '--clases', '05/01/2027-30/06/2027'];
const edition = ['--nombre', 'Edición 2027', '--cupos', '40'];

it('opens an edition from the first minute of its first day to the last of its last, where it is', async () => {
  const course = ['--curso', 'por-que-convergencia', ...edition, ...dates];
  const { code, out } = await run(
    'edition-open',
    ...course,
    '--cupos-region',
    '11:10',
    '--zona',
    'America/Punta_Arenas',
  );
  expect([code, out]).toEqual([0, expect.stringContaining('Se abrió «Edición 2027» de por-que-convergencia')]);
  expect((await lastOf('edition.open'))?.detail).toMatchObject({
    seats: 40,
    regionSeats: { 11: 10 },
    enrolFrom: '2026-12-01T03:00:00.000Z',
    endsAt: '2027-07-01T03:00:00.000Z',
  });
});

it.each([
  [
    ['--curso', 'por-que-convergencia', ...edition, ...dates, '--clases', '31/02/2027-30/06/2027'],
    'No existe el día 31/02/2027',
  ],
  [
    ['--curso', 'por-que-convergencia', ...edition, ...dates, '--inscripcion', '31/12/2026-01/12/2026'],
    'Las fechas no calzan',
  ],
  [['--curso', 'por-que-convergencia', ...edition, ...dates, '--cupos', '-1'], 'Falta o está mal --cupos'],
  [['--curso', 'por-que-convergencia', ...edition, ...dates, '--cupos-region', '99:5'], 'No existe lo que nombras'],
  [['--curso', 'formular-el-plan', ...edition, ...dates], 'uno anunciado no se abre'],
  [[...edition, ...dates], 'Di --curso o --diplomado'],
])('refuses an edition given as %j', async (typed, sentence) => {
  const { rowCount } = await database.query('select from edition');
  const { code, out, err } = await run('edition-open', ...typed);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(sentence);
  expect((await database.query('select from edition')).rowCount).toBe(rowCount);
});

it('says in a sentence that the database does not answer', async () => {
  env = { ...env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const { code, err } = await run('person-add', '--run', '11.111.111-1', ...ana);
  expect([code, err]).toEqual([1, 'La base de datos no responde. Revisa DATABASE_URL.\n']);
});
