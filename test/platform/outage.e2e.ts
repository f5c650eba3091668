import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { ownDatabase } from '../support/database.ts';
import { start } from '../support/program.ts';

/** Stands between the program and PostgreSQL, and can be cut. */
class Cable {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  constructor(private readonly to: URL) {}

  async plug(): Promise<string> {
    this.server = createServer((near) => {
      const far = connect(Number(this.to.port), this.to.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => [near, far].forEach((end) => end.destroy()));
      }
      near.pipe(far).pipe(near);
    });
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (this.server.address() as { port: number }).port;
    return Object.assign(new URL(this.to.href), { port: String(this.port) }).href;
  }

  cut(): void {
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }
}

const ask = (address: string, path: string) => fetch(address + path, { headers: { connection: 'close' } });

async function servesAgain(address: string): Promise<number> {
  const since = Date.now();
  while ((await ask(address, '/api/catalogue')).status !== 200)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return Date.now() - since;
}

it('answers 503 while the database is away, and serves within five seconds of its return', async () => {
  const cable = new Cable(new URL(await ownDatabase('template0')));
  const DATABASE_URL = await cable.plug();
  cable.cut();
  const program = start({ DATABASE_URL });
  await program.says(/no responde/);
  const port = await listeningPort(program.program.pid!);
  const address = `http://127.0.0.1:${port}`;
  const early = await ask(address, '/api/catalogue');
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await ask(address, '/health/live')).status).toBe(200);

  await cable.plug();
  await program.address();
  await servesAgain(address);

  cable.cut();
  const down = await ask(address, '/api/catalogue');
  expect([down.status, down.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await down.json()).code).toBe('unavailable');
  expect((await ask(address, '/health/ready')).status).toBe(503);
  expect((await ask(address, '/oferta')).status).toBe(503);

  await cable.plug();
  expect(await servesAgain(address)).toBeLessThan(5000);
  cable.cut();
});

/** The port on which a process listens, as Linux tells it. */
async function listeningPort(pid: number): Promise<number> {
  const { readFile, readdir, readlink } = await import('node:fs/promises');
  const names = await readdir(`/proc/${pid}/fd`);
  const links = await Promise.all(names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')));
  const inodes = new Set(links.map((link) => /socket:\[(\d+)\]/.exec(link)?.[1]));
  const lines = (await readFile(`/proc/${pid}/net/tcp6`, 'utf8')).split('\n').slice(1);
  const fields = lines.map((line) => line.trim().split(/\s+/));
  const listening = fields.find(([, , , state, , , , , , inode]) => state === '0A' && inodes.has(inode));
  return parseInt(listening![1]!.split(':')[1]!, 16);
}
