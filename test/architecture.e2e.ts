import { readFile } from 'node:fs/promises';
import { contractOf } from '../api/src/app.ts';
import { app, db } from './support/app.ts';

type Operation = { 'x-requires'?: string; parameters?: { in: string }[]; responses: Record<string, unknown> };

const operations = () =>
  Object.entries(contractOf(app).paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      name: `${method} ${path}`,
      operation,
    })),
  );

it('closes every route that does not say who may call it', () => {
  expect(operations().filter(({ operation }) => !operation['x-requires'])).toEqual([]);
});

it('lists the routes that anyone may call', () => {
  const open = operations().filter(({ operation }) => operation['x-requires'] === 'public');
  expect(open.map(({ name }) => name).sort()).toEqual([
    'get /api/catalogue',
    'get /api/courses/{slug}',
    'get /api/glossary',
    'get /api/library',
    'get /api/programmes/{slug}',
    'get /api/publications/{slug}',
    'get /api/publications/{slug}/chapters/{chapter}',
    'get /api/regions',
    'get /api/regions/{cut}/comunas',
    'get /api/session',
    'get /api/territory-kinds',
    'get /api/verification/{code}',
    'get /health/live',
    'get /health/ready',
    'post /api/recovery',
    'post /api/session',
    'put /api/recovery',
  ]);
});

it('publishes the contract it keeps: run `npm run contract` and commit', async () => {
  const published: unknown = JSON.parse(await readFile(new URL('../api/openapi.json', import.meta.url), 'utf8'));
  expect(JSON.parse(JSON.stringify(contractOf(app)))).toEqual(published);
});

it('maps every column of every table, and no other', async () => {
  const { driver, entityMetadatas } = db.em.dataSource;
  const alias: Record<string, string> = {
    'timestamp with time zone': 'timestamptz',
    integer: 'int4',
    bigint: 'int8',
    boolean: 'bool',
  };
  for (const { tableName, columns } of entityMetadatas) {
    const rows = await db.em.query(
      'select column_name, is_nullable, udt_name from information_schema.columns where table_name = $1 order by 1',
      [tableName],
    );
    const mapped = columns.map((column) => {
      const type = alias[driver.normalizeType(column)] ?? driver.normalizeType(column);
      return {
        column_name: column.databaseName,
        is_nullable: column.isNullable ? 'YES' : 'NO',
        udt_name: column.isArray ? `_${type}` : type,
      };
    });
    mapped.sort((a, b) => (a.column_name < b.column_name ? -1 : 1));
    expect({ [tableName]: mapped }).toEqual({ [tableName]: rows });
  }
});

it('indexes every foreign key, so that no delete scans a table', async () => {
  const bare = await db.em.query(`
    select conname from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
      select from pg_index where indrelid = conrelid
        and (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey)`);
  expect(bare).toEqual([]);
});
