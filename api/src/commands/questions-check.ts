import { stat, readFile } from 'node:fs/promises';
import { limits, readQuestions } from '../interchange/exchange.service.ts';

/**
 * Reads files of questions and says what an import would bring, a line of JSON for each file, and nothing else:
 * `{ "file", "format", "imported", "withLoss": [{ "line", "what" }], "refused": [{ "line", "reason" }] }`. `imported`
 * counts whole questions, those with a loss among them. Ends with 1 if a file can not be read, with 2 if none is named.
 */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Uso: npm run questions:check -- ARCHIVO…');
  process.exitCode = 2;
}
for (const file of files) {
  const { readable, ...said } = await check(file);
  console.log(JSON.stringify({ file, ...said }));
  if (!readable) process.exitCode = 1;
}

async function check(file: string) {
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string')
    return { readable: false, format: null, imported: 0, withLoss: [], refused: [{ line: 1, reason: bytes }] };
  const { readable, format, imported, withLoss, refused } = await readQuestions(bytes, file);
  return { readable, format, imported: imported.length, withLoss, refused };
}

/** What a file holds, or why nobody can tell. One that is too big is not read. */
async function bytesOf(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file);
    return size > limits.bytes ? `El archivo pesa más de ${limits.bytes / 1_000_000} MB.` : await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code === 'ENOENT' ? 'El archivo no existe.' : 'El archivo no se puede leer.';
  }
}
