import { z } from 'zod';
import { EditionService } from '../catalogue/edition.service.ts';
import { Database } from '../platform/database.ts';
import { command, Impossible, options } from './context.ts';

const usage = `Uso: npm run edition:open -- --curso por-que-convergencia (o --diplomado SLUG) --nombre "Edición 2027" --cupos 40
  --inscripcion 01/12/2026-31/12/2026 --clases 05/01/2027-30/06/2027 [--cupos-region 11:10,16:5] [--zona America/Santiago]`;

const Slug = z.string().regex(/^[a-z0-9-]{1,80}$/);
const Span = z.string().regex(/^\d{2}\/\d{2}\/\d{4}-\d{2}\/\d{2}\/\d{4}$/);
const Given = z.object({
  curso: Slug.optional(),
  diplomado: Slug.optional(),
  nombre: z.string().trim().min(1).max(100),
  cupos: z.coerce.number().int().min(0).max(100_000),
  inscripcion: Span,
  clases: Span,
  'cupos-region': z
    .string()
    .regex(/^\d{2}:\d{1,5}(,\d{2}:\d{1,5})*$/)
    .optional(),
  zona: z
    .enum(['America/Santiago', 'America/Punta_Arenas', 'America/Coyhaique', 'Pacific/Easter'])
    .default('America/Santiago'),
});
type Given = z.infer<typeof Given>;

function read(): Given & { kind: 'course' | 'programme'; slug: string } {
  const given = options(Given, usage);
  const slug = given.curso ?? given.diplomado;
  if (!slug || (given.curso && given.diplomado))
    throw new Impossible(`Di --curso o --diplomado, uno de los dos.\n${usage}`);
  for (const span of [given.inscripcion, given.clases]) daysOf(span);
  return { ...given, kind: given.curso ? 'course' : 'programme', slug };
}

/** The two days of `01/12/2026-31/12/2026`, as `2026-12-01`. */
function daysOf(span: string): string[] {
  const days = span.split('-').map((day) => day.split('/').reverse().join('-'));
  const wrong = days.find((day) => !z.iso.date().safeParse(day).success);
  if (wrong) throw new Impossible(`No existe el día ${wrong.split('-').reverse().join('/')}.`);
  return days;
}

/** From the first minute of the first day to the last of the last, where the edition is. */
async function momentsOf(db: Database, span: string, zone: string): Promise<[Date, Date]> {
  const { rows } = await db.run(
    `select $1::timestamp at time zone $3 as "from", ($2::date + 1)::timestamp at time zone $3 as until`,
    [...daysOf(span), zone],
  );
  const [found] = rows as { from: Date; until: Date }[];
  if (!found) throw new Impossible(`No se entienden las fechas ${span}.`);
  return [found.from, found.until];
}

const seatsOf = (text: string | undefined) =>
  Object.fromEntries((text?.split(',') ?? []).map((part) => [part.slice(0, 2), Number(part.slice(3))]));

/** Opens an edition of a course or of a programme, bound to the version that is loaded. */
await command(read, async (app, given) => {
  const { kind, slug, nombre, cupos, inscripcion, clases, zona, 'cupos-region': regions } = given;
  const db = app.get(Database);
  const [enrolFrom, enrolUntil] = await momentsOf(db, inscripcion, zona);
  const [startsAt, endsAt] = await momentsOf(db, clases, zona);
  const { id } = await app.get(EditionService).open(
    {
      ...{ kind, slug, name: nombre, seats: cupos, regionSeats: seatsOf(regions), timeZone: zona },
      ...{ enrolFrom, enrolUntil, startsAt, endsAt },
    },
    null,
  );
  return `Se abrió «${nombre}» de ${slug}, con el número ${id}.`;
});
