import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const packages = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
const unpacked = join(packages, 'unpacked');

/** Starts a browser without a window, with Playwright's own arguments; the first time it is unpacked. */
export async function launchChromium(): Promise<Browser> {
  if (!existsSync(unpacked)) await unpack();
  const env = { ...process.env, LD_LIBRARY_PATH: join(unpacked, 'lib') };
  return chromium.launch({ executablePath: join(unpacked, 'chromium'), env });
}

/**
 * Unpacks Chromium, and the system libraries that a bare machine lacks, beside their package. The package itself would
 * do so in a shared temporary folder, where users and half-done runs collide.
 */
async function unpack(): Promise<void> {
  const draft = `${unpacked}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  for (const file of ['chromium', 'al2023.tar']) {
    const to = createWriteStream(join(draft, file), { mode: 0o755 });
    await pipeline(createReadStream(join(packages, `${file}.br`)), createBrotliDecompress(), to);
  }
  await promisify(execFile)('tar', ['-xf', 'al2023.tar'], { cwd: draft });
  await rename(draft, unpacked).catch((error: unknown) => {
    if (!existsSync(unpacked)) throw error; // else another worker was first
  });
}
