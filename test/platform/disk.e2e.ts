import { ownDatabase } from '../support/database.ts';
import { aDataDir, start } from '../support/program.ts';

const coursesOf = async (address: string) => {
  const answer = await fetch(`${address}/api/catalogue?kind=course`);
  return ((await answer.json()) as { items: { status: string }[] }).items.filter(
    ({ status }) => status === 'available',
  );
};

it('serves what it could keep when the disk is full, says what it could not, and loads the rest when there is space', async () => {
  const env = { DATABASE_URL: await ownDatabase('template0'), DATA_DIR: aDataDir() };
  const full = start({ ...env, BLOB_QUOTA_MB: '0.001', LOG_LEVEL: 'silent' });
  expect(await coursesOf(await full.address())).toEqual([]);
  expect(full.said.out).toMatch(/curso\.md:1: .*espacio en disco/);
  full.program.kill('SIGTERM');
  expect(await full.exit).toBe(0);

  const roomy = start(env);
  expect((await coursesOf(await roomy.address())).length).toBeGreaterThan(1);
  expect(roomy.said.out).not.toContain('espacio en disco');
});
