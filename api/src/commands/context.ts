import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { z } from 'zod';
import { AppModule } from '../app.module.ts';
import { config } from '../platform/config.ts';
import { constraintOf } from '../platform/database.ts';
import { migrate } from '../platform/migrate.ts';
import { ownData, runningPostgres, startPostgres } from '../platform/postgres.ts';
import { isDatabaseAway, Refusal } from '../platform/refusal.ts';

/** The database of this installation: the configured one, the one that a running program uses, or our own. */
export async function databaseUrl(): Promise<string> {
  const { DATABASE_URL, DATA_DIR } = config();
  const own = ownData(DATA_DIR);
  return DATABASE_URL ?? (await runningPostgres(own)) ?? startPostgres(own);
}

/**
 * Runs a command of the terminal against the whole program without its door, and ends with what it answers or one
 * sentence. What was typed is read first: a slip costs no start.
 */
export async function command<T>(
  read: () => T,
  work: (app: INestApplicationContext, given: T) => Promise<string>,
): Promise<void> {
  try {
    const given = read();
    const url = await databaseUrl();
    await migrate(url);
    const app = await NestFactory.createApplicationContext(AppModule.on(url), { logger: false, abortOnError: false });
    console.log(await work(app, given));
    await app.close();
    process.exit(0);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(1);
  }
}

/** What was asked cannot be done; the sentence says why. */
export class Impossible extends Error {}

/** The options typed after the command, checked; each is a text. Whatever is unknown or wrong is told with the usage. */
export function options<S extends z.ZodObject>(given: S, usage: string): z.infer<S> {
  const read = given.safeParse(typed(Object.keys(given.shape), usage));
  if (read.success) return read.data;
  throw new Impossible(`Falta o está mal --${read.error.issues[0]?.path.join('.') ?? ''}.\n${usage}`);
}

function typed(names: string[], usage: string): object {
  const known = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { tokens } = parseArgs({ options: known, strict: false, tokens: true });
  const stray = tokens.find((token) => token.kind !== 'option' || !names.includes(token.name));
  if (!stray) return parseArgs({ options: known, strict: false }).values;
  const word = stray.kind === 'option' ? stray.rawName : stray.kind === 'positional' ? stray.value : '--';
  throw new Impossible(`No se entiende «${word}». Lo que lleva espacios va entre comillas.\n${usage}`);
}

const sentences: Partial<Record<string, string>> = {
  person_exists: 'Ya existe una persona con ese RUN. Si perdió su enlace, puede pedir otro en /recuperar.',
  not_found:
    'No existe lo que nombras. Revisa el curso (uno anunciado no se abre), el diplomado, la región o la institución. ' +
    'El contenido se carga cuando el programa parte: antes de la primera vez no hay ninguno.',
  wrong_dates: 'Las fechas no calzan: la inscripción termina antes que la edición, y todo empieza antes de terminar.',
  person_comuna_fkey: 'No existe esa comuna. Va su código de cinco cifras: 11301 es Cochrane.',
  role_grant_region_fkey: 'No existe esa región. Va su código de dos cifras: 11 es Aysén.',
  role_grant_edition_fkey: 'No existe una edición con ese número.',
  '28P01': 'La base de datos rechaza el usuario o la contraseña de DATABASE_URL.',
  '3D000': 'No existe la base de datos que nombra DATABASE_URL.',
};

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return sentences[error.code] ?? `No se pudo: ${error.code}.`;
  if (isDatabaseAway(error)) return 'La base de datos no responde. Revisa DATABASE_URL.';
  const { code } = error as { code?: unknown };
  const known = sentences[constraintOf(error) ?? String(code)];
  return known ?? (error instanceof Error ? error.message : String(error));
}
