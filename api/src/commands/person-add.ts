import { z } from 'zod';
import { PersonService } from '../identity/person.service.ts';
import { RecoveryService } from '../identity/recovery.service.ts';
import { formatRun, parseRun } from '../identity/run.policy.ts';
import { Database } from '../platform/database.ts';
import { command, Impossible, options } from './context.ts';

const usage = `Uso: npm run person:add -- --run 12.345.678-5 --nombres "Ana María" --apellidos "Soto Díaz" [--correo ana@gore.cl]
  [--institucion gore-11] [--comuna 11301] [--rol author|tutor|coordinator|admin [--region 11] [--edicion NÚMERO]]`;

const name = z.string().trim().min(1).max(100);
const Given = z.object({
  run: z.string(),
  nombres: name,
  apellidos: name,
  correo: z.email().max(200).optional(),
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
  const given = options(Given, usage);
  if (!given.rol && (given.region ?? given.edicion))
    throw new Impossible(`--region y --edicion acotan un rol: falta --rol.\n${usage}`);
  const number = parseRun(given.run)?.number;
  if (number === undefined) throw new Impossible(`El RUN ${given.run} no es válido: revisa su dígito verificador.`);
  return { ...given, number };
}

const week = 7 * 24 * 60 * 60_000;

/** Adds a person and prints the link with which they set a password; it works for a week, once. */
await command(read, async (app, given) => {
  const people = app.get(PersonService);
  const link = await app.get(Database).transaction(async () => {
    const { id } = await people.add(
      {
        ...{ run: given.number, givenNames: given.nombres, familyNames: given.apellidos, isDemo: false },
        ...{ email: given.correo ?? null, institution: given.institucion ?? null, comunaCut: given.comuna ?? null },
        grants: given.rol
          ? [{ role: given.rol, regionCut: given.region ?? null, editionId: given.edicion ?? null }]
          : [],
      },
      null,
    );
    return app.get(RecoveryService).link(id, week);
  });
  return `${formatRun(given.number)} quedó en el padrón. Para crear su contraseña, antes de una semana:\n${link}`;
});
