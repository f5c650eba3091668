import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const floors = [
  'platform',
  'territory',
  'identity',
  'content',
  'catalogue',
  'enrolment',
  'ledger',
  'submission',
  'assessment',
  'marking',
  'grade',
  'regrade',
  'credential',
  'commands',
];
let house: string;

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'aula-floors-'));
  for (const file of ['.dependency-cruiser.js', 'tsconfig.base.json', 'package.json'])
    await copyFile(join(root, file), join(house, file));
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
});
afterAll(() => rm(house, { recursive: true, force: true }));

async function plant(path: string, text: string) {
  const file = join(house, 'api/src', path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
}

/** The names of the rules that what is planted breaks. */
async function broken(): Promise<string[]> {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const out = await new Promise<string>((resolve) => {
    const options = { cwd: house, maxBuffer: 50_000_000 };
    execFile(process.execPath, [cruiser, '--output-type', 'json', 'api/src'], options, (_, stdout) => resolve(stdout));
  });
  const { summary } = JSON.parse(out) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

it('catches whoever looks up from any floor, or lives on none', async () => {
  for (const [i, floor] of floors.entries()) {
    const above = floors[i + 1];
    await plant(`${floor}/kept.service.ts`, 'export const kept = 1;\n');
    if (above) await plant(`${floor}/planted.ts`, `export { kept } from '../${above}/kept.service.ts';\n`);
  }
  await plant('attic/planted.ts', "export { kept } from '../platform/kept.service.ts';\n");
  const found = await broken();
  for (const floor of floors.slice(0, -1))
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`(^|-)${floor}(-.*)?-looks-down$`)));
  expect(found).toContain('everyone-has-a-floor');
});
