import { migrations } from '@aula/migrations';
import { DataSource } from 'typeorm';
import { migrate } from '../../api/src/platform/migrate.ts';
import { ownDatabase } from '../support/database.ts';

it('goes all the way back and up again', async () => {
  const url = await ownDatabase();
  const source = await new DataSource({ type: 'postgres', url, migrations }).initialize();
  const tables = async () => {
    const rows = await source.query<{ table_name: string }[]>(
      `select table_name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    return rows.map(({ table_name }) => table_name);
  };
  const before = await tables();
  for (let left = migrations.length; left > 0; left--) await source.undoLastMigration();
  expect(await tables()).toEqual(['migrations']);
  await migrate(url);
  expect(await tables()).toEqual(before);
  await source.destroy();
});
