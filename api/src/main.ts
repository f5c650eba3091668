import { mkdir } from 'node:fs/promises';
import { createApp } from './app.ts';
import { prepare } from './commands/prepare.ts';
import { config, isDemo } from './platform/config.ts';
import { Doorbell } from './platform/doorbell.ts';
import { Jobs } from './platform/jobs.ts';
import { migrate } from './platform/migrate.ts';
import { ownData, startPostgres } from './platform/postgres.ts';
import { onlyOne } from './platform/running.ts';
import { say, whenReachable } from './platform/say.ts';

const settings = config();
say('Aula Convergencia está partiendo.');
await mkdir(settings.DATA_DIR, { recursive: true });
const running = settings.DATABASE_URL ? undefined : await onlyOne(settings.DATA_DIR);

const doorbell = new Doorbell();
const port = await doorbell.listen().catch((error: unknown) => {
  if (!['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  console.error(`El puerto ${settings.PORT ?? 3000} está ocupado o reservado. Elige otro: PORT=3100 npm start`);
  process.exit(1);
});
const address = settings.PUBLIC_URL ?? `http://localhost:${port}`;
running?.tell(address);

if (!settings.DATABASE_URL) say('Levantando PostgreSQL…');
const databaseUrl = settings.DATABASE_URL ?? (await startPostgres(ownData(settings.DATA_DIR)));
say('Poniendo al día la base de datos…');
await whenReachable(() => migrate(databaseUrl));
const app = await createApp(databaseUrl);
await app.init();
const fastify = app.getHttpAdapter().getInstance();
await fastify.ready();
await whenReachable(() => prepare(app));
await app.get(Jobs).start(databaseUrl);
doorbell.open((request, response) => fastify.routing(request, response));

let closing: Promise<void> | undefined;
const close = async () => {
  await doorbell.close(settings.SHUTDOWN_SECONDS);
  await app.close();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void (closing ??= close()));

say(`Lista en ${address}`);
say(
  `Los datos están en ${settings.DATABASE_URL ? settings.DATA_DIR : `${settings.DATA_DIR} y ${ownData(settings.DATA_DIR)}`}`,
);
if (isDemo(settings)) {
  const { demoAccounts } = await import('./commands/demo.ts');
  say(demoAccounts());
}
