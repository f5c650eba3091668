import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settings } from '../support/program.ts';

const command = fileURLToPath(new URL('../../api/dist/commands/questions-check.js', import.meta.url));
const sample = (name: string) => fileURLToPath(new URL(`../samples/questions/${name}`, import.meta.url));
/** No database and no network: addresses where nobody answers. */
const env = settings({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });

function run(...files: string[]): Promise<{ code: number; lines: Record<string, unknown>[]; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...files], { env }, (error, out, err) => {
      const lines = out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, lines, err });
    });
  });
}

async function aFile(name: string, bytes: Buffer | string) {
  const path = join(await mkdtemp(join(tmpdir(), 'aula-questions-')), name);
  await writeFile(path, bytes);
  return path;
}

it('prints an object for each file, and nothing else', async () => {
  const files = ['formas.gift', 'formas.xml', 'planilla.csv'].map(sample);
  const { code, lines, err } = await run(...files);
  expect([code, err]).toEqual([0, '']);
  expect(lines).toMatchObject([
    { file: files[0], format: 'gift', imported: 15 },
    { file: files[1], format: 'moodle', imported: 11 },
    { file: files[2], format: 'csv', imported: 6 },
  ]);
  expect(Object.keys(lines[0] ?? {})).toEqual(['file', 'format', 'imported', 'withLoss', 'refused']);
  expect(lines[1]).toMatchObject({
    withLoss: [
      { line: 6, what: expect.stringContaining('penalización') },
      { line: 30, what: expect.stringContaining('«s*» valía 50 %') },
      { line: 38, what: expect.stringContaining('otras unidades') },
      { line: 52, what: expect.stringContaining('«Stgo» valía 50 %') },
      { line: 85, what: expect.stringContaining('vecinos') },
    ],
    refused: [
      { line: 56, reason: expect.stringContaining('dentro de otro') },
      { line: 72, reason: expect.stringContaining('«sin»') },
      { line: 101, reason: expect.stringContaining('ddmarker') },
      { line: 102, reason: expect.stringContaining('descripción') },
    ],
  });
});

it.each([
  ['utf-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['utf-16 little endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16 big endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['utf-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
  ['windows-1252', (text: string) => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')],
])('reads %s', async (_, encode) => {
  const { code, lines } = await run(await aFile('a.txt', encode('¿Qué años? ’{=malo ~ñandú#sí}\n\n¿Dónde?\n')));
  expect(code).toBe(0);
  expect(lines).toMatchObject([{ format: 'gift', imported: 1, refused: [{ line: 3 }] }]);
});

it('ends with 1 if a file can not be read, and says the rest all the same', async () => {
  const unknown = await aFile('a.txt', 'Solo un texto.');
  const { code, lines } = await run('nowhere.gift', unknown, sample('formas.gift'));
  expect(code).toBe(1);
  expect(lines).toMatchObject([
    { file: 'nowhere.gift', format: null, imported: 0, refused: [{ line: 1, reason: 'El archivo no existe.' }] },
    { file: unknown, format: null, imported: 0, refused: [{ reason: expect.stringContaining('No se reconoce') }] },
    { imported: 15 },
  ]);
});

it('ends with 2 if no file is named', async () => {
  const { code, lines, err } = await run();
  expect([code, lines]).toEqual([2, []]);
  expect(err).toContain('npm run questions:check');
});

it('is the command that the README names', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(scripts['questions:check']).toMatch(/>&2 && node api\/dist\/commands\/questions-check\.js$/);
});
