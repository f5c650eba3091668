import { parseArgs } from 'node:util';
import { z } from 'zod';
import { PersonService } from '../identity/person.service.ts';
import { formatRun, parseRun } from '../identity/run.policy.ts';
import { config } from '../platform/config.ts';
import { command, Impossible } from './context.ts';

const usage = `Uso: npm run person:add -- --run 12.345.678-5 --nombres "Ana María" --apellidos "Soto Díaz" [--correo ana@gore.cl]
  [--institucion gore-11] [--comuna 11301] [--rol author|tutor|coordinator|admin [--region 11] [--edicion ID]]`;

const Given = z.object({
  run: z.string(),
  nombres: z.string().min(1).max(100),
  apellidos: z.string().min(1).max(100),
  correo: z.email().optional(),
  institucion: z.string().max(60).optional(),
  comuna: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  rol: z.enum(['author', 'tutor', 'coordinator', 'admin']).optional(),
  region: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  edicion: z.uuid().optional(),
});

function read(): z.infer<typeof Given> & { number: number } {
  const options = Object.fromEntries(Object.keys(Given.shape).map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ options });
  const { data, error } = Given.safeParse(values);
  if (!data) throw new Impossible(`Falta o está mal --${error.issues[0]?.path.join('.') ?? ''}.\n${usage}`);
  const number = parseRun(data.run)?.number;
  if (number === undefined) throw new Impossible(`El RUN ${data.run} no es válido: revisa su dígito verificador.`);
  return { ...data, number };
}

/** Adds a person and prints the link with which they set a password; it works for a week, once. */
await command(async (app) => {
  const given = read();
  const people = app.get(PersonService);
  const { id } = await people.add(
    {
      ...{ run: given.number, givenNames: given.nombres, familyNames: given.apellidos, isDemo: false },
      ...{ email: given.correo ?? null, institution: given.institucion ?? null, comunaCut: given.comuna ?? null },
      grants: given.rol ? [{ role: given.rol, regionCut: given.region ?? null, editionId: given.edicion ?? null }] : [],
    },
    null,
  );
  const link = `${config().PUBLIC_URL ?? 'http://localhost:3000'}/recuperar/${await people.invite(id)}`;
  return `${formatRun(given.number)} quedó en el padrón. Para crear su contraseña, antes de una semana:\n${link}`;
});
