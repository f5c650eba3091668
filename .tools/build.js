/**
 * Builds what `npm start` needs and nothing that has not changed: `node .tools/build.js`, or only `node .tools/build.js web`.
 * Runs on Node 20 too, and beside a running copy, which keeps every file that it may still read. Of two builds at
 * once the second waits.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules/.cache/aula');
const dist = join(root, 'web/dist');
const node = join(root, 'node_modules/.bin/node');
const say = (line) => console.log(line);

const tools = ['package-lock.json', 'tsconfig.base.json', '.tools/build.js'];
const parts = [
  {
    name: 'api',
    says: 'Compilando la API…',
    sources: [...tools, 'api/src', 'api/tsconfig.json', 'api/package.json', 'migrations'],
    // Incremental: that a file lies in dist/ untouched means that it is up to date.
    products: ['api/dist/main.js', 'migrations/dist/index.js'],
    build: () => run('typescript/bin/tsc', '-b', 'migrations', 'api'),
  },
  {
    name: 'web',
    says: 'Compilando la web…',
    sources: [...tools, 'web/src', 'web/public', 'web/index.html', 'web/vite.config.js', 'web/package.json'],
    products: ['web/dist/index.html', 'web/dist/manifest.json', 'web/dist/server.js'],
    build: buildWeb,
  },
];

await mkdir(cache, { recursive: true });
const release = await lock(join(cache, 'build.lock'));
try {
  const wanted = process.argv.slice(2);
  for (const part of parts) if (wanted.length === 0 || wanted.includes(part.name)) await bringUpToDate(part);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await release();
}

/** Builds a part unless its sources are those of its last build. What was begun and not finished counts as not built. */
async function bringUpToDate({ name, says, sources, products, build }) {
  const record = join(cache, `${name}.sha256`);
  const now = await fingerprint(sources);
  const before = await readFile(record, 'utf8').catch(() => '');
  if (before === now && products.every((file) => existsSync(join(root, file)))) return;
  say(says);
  await rm(record, { force: true });
  const patience = setInterval(() => say(`${says} sigue en curso`), 8000);
  await build().finally(() => clearInterval(patience));
  await writeFile(record, now);
}

/** One hash over the names and contents of all these files, tests apart. */
async function fingerprint(sources) {
  const hash = createHash('sha256');
  const lists = await Promise.all(sources.map(filesIn));
  for (const file of lists.flat()) hash.update(`${file}\0`).update(await readFile(join(root, file)));
  return hash.digest('hex');
}

async function filesIn(path) {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) return existsSync(join(root, path)) ? [path] : [];
  const isSource = (file) => !/(^|\/)(dist|node_modules)\/|\.(spec|test)\.tsx?$/.test(file);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .filter(isSource)
    .sort();
}

/** Builds beside, then moves in file by file, so that no reader of `dist` ever finds one missing. */
async function buildWeb() {
  const [next, nextServer] = [join(dist, '.next'), join(dist, '.next-server')];
  const clear = () => Promise.all([next, nextServer].map((left) => rm(left, { recursive: true, force: true })));
  await clear();
  await run('vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn', '--outDir', next);
  await run(
    'vite/bin/vite.js',
    'build',
    'web',
    '--logLevel',
    'warn',
    '--ssr',
    'src/server.tsx',
    '--outDir',
    nextServer,
  );
  say('Comprimiendo la web…');
  const assets = await readdir(join(next, 'assets'));
  await Promise.all(assets.map((file) => compress(join(next, 'assets', file))));
  await rename(join(nextServer, 'server.js'), join(next, 'server.js'));

  const earlier = await readManifestFiles();
  await mkdir(join(dist, 'assets'), { recursive: true });
  await moveInto(join(next, 'assets'), join(dist, 'assets'));
  await rm(join(next, 'assets'), { recursive: true });
  await moveInto(next, dist);
  await forgetAssets(new Set([...assets, ...earlier]));
  await clear();
}

async function moveInto(from, to) {
  for (const file of await readdir(from)) await rename(join(from, file), join(to, file));
}

/** The assets of the build that is being replaced: pages that are open still ask for them. */
async function readManifestFiles() {
  const text = await readFile(join(dist, 'manifest.json'), 'utf8').catch(() => '{}');
  const chunks = Object.values(JSON.parse(text));
  const files = chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
  return files.map((file) => file.replace('assets/', ''));
}

async function forgetAssets(kept) {
  const isOld = (file) => !kept.has(file.replace(/\.(br|gz)$/, ''));
  for (const file of await readdir(join(dist, 'assets'))) if (isOld(file)) await rm(join(dist, 'assets', file));
}

/** Leaves beside a file its brotli and gzip forms, as small as they get. */
async function compress(file) {
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}

/** Runs a tool of ours under our Node, its words passed on. */
function run(tool, ...args) {
  return new Promise((resolve, reject) => {
    const program = spawn(node, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: 'inherit' });
    program.on('error', reject);
    program.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`No se pudo compilar: falló ${tool}.`))));
  });
}

/** Waits for its turn and answers how to end it. A lock whose owner is gone belongs to nobody. */
async function lock(file) {
  for (let waits = 0; ; waits++) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
    if (waits > 2 && !isAlive(owner)) await breakLock(file, owner);
    else if (waits % 40 === 0) say('Esperando a que termine otra compilación…');
    await sleep(250);
  }
}

/** Takes away the lock of who is gone; should another have locked in between, puts theirs back. */
async function breakLock(file, owner) {
  const taken = `${file}.${process.pid}`;
  await rename(file, taken).catch(() => undefined);
  const found = await readFile(taken, 'utf8').catch(() => '');
  if (found && Number(found) !== owner) await rename(taken, file);
  else await rm(taken, { force: true });
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
