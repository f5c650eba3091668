import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.ts';
import { config } from '../platform/config.ts';
import { migrate } from '../platform/migrate.ts';
import { ownData, runningPostgres, startPostgres } from '../platform/postgres.ts';
import { Refusal } from '../platform/refusal.ts';

/** The database of this installation: the configured one, the one that a running program uses, or our own. */
export async function databaseUrl(): Promise<string> {
  const { DATABASE_URL, DATA_DIR } = config();
  const own = ownData(DATA_DIR);
  return DATABASE_URL ?? (await runningPostgres(own)) ?? startPostgres(own);
}

/** Runs a command of the terminal against the whole program without its door, and ends with what it answers or one sentence. */
export async function command(work: (app: INestApplicationContext) => Promise<string>): Promise<void> {
  try {
    const url = await databaseUrl();
    await migrate(url);
    const app = await NestFactory.createApplicationContext(AppModule.on(url), { logger: false });
    console.log(await work(app));
    await app.close();
    process.exit(0);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(1);
  }
}

/** What was asked cannot be done; the sentence says why. */
export class Impossible extends Error {}

const sentences: Partial<Record<string, string>> = {
  person_exists: 'Ya existe una persona con ese RUN.',
  not_found: 'No existe lo que nombras. Revisa el curso, el diplomado, la región o la institución.',
  wrong_dates: 'Las fechas no calzan: la inscripción termina antes que la edición, y todo empieza antes de terminar.',
};

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return sentences[error.code] ?? `No se pudo: ${error.code}.`;
  return error instanceof Error ? error.message : String(error);
}
