import { databaseUrl } from './commands/context.ts';
import { migrate } from './platform/migrate.ts';
import { say } from './platform/say.ts';

/** What every start does first, alone: for an installation that migrates before it replaces its programs. */
await migrate(await databaseUrl());
say('La base de datos está al día.');
process.exit(0);
