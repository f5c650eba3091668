import { promisify } from 'node:util';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { Limits } from './exchange.schema.ts';
import { FileRefused } from './refused.ts';

/**
 * The wanted parts of a compressed file. What they inflate to is counted while they do, whatever the file says of itself:
 * one with too many parts, or too big inside, is refused.
 */
export async function unzip(bytes: Uint8Array, limits: Limits, wanted: (name: string) => boolean) {
  try {
    const open = promisify<Buffer, { lazyEntries: true }, ZipFile>(fromBuffer as never);
    return await partsOf(await open(Buffer.from(bytes), { lazyEntries: true }), limits, wanted);
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('El archivo comprimido está dañado');
  }
}

async function partsOf(zip: ZipFile, limits: Limits, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  if (zip.entryCount > limits.entries) throw new FileRefused(`El archivo trae más de ${limits.entries} partes`);
  const parts = new Map<string, Buffer>();
  let left = limits.inflated;
  for await (const entry of entriesOf(zip)) {
    if (!wanted(entry.fileName)) continue;
    const part = await inflated(zip, entry, left);
    left -= part.length;
    parts.set(entry.fileName, part);
  }
  return parts;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let i = 0; i < zip.entryCount; i++)
    yield await new Promise<Entry>((resolve, reject) => {
      zip.removeAllListeners();
      zip.once('entry', resolve).once('error', reject);
      zip.once('end', () => reject(new Error('fewer parts than it says')));
      zip.readEntry();
    });
}

async function inflated(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const tooBig = () => new FileRefused('Lo que trae el archivo comprimido es demasiado grande');
  if (entry.uncompressedSize > most) throw tooBig();
  const stream = await promisify(
    zip.openReadStream.bind(zip) as (
      entry: Entry,
      done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  )(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw tooBig();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
