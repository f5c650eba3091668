import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { say } from './say.ts';

/**
 * The one program that may use the data of a checkout. It answers on a socket where it runs; a second one asks there,
 * says so and ends. The socket falls silent with its program, however that ends, and then the next may take its place.
 */
export async function onlyOne(directory: string): Promise<{ tell(address: string): void }> {
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `aula-${userInfo().uid}-${name}.sock`);
  const answer = await ask(path);
  if (answer !== undefined) {
    say(answer ? `Ya está funcionando en ${answer}` : 'Ya está partiendo en otra ventana.');
    process.exit(0);
  }
  await rm(path, { force: true });
  let told = '';
  const server = createServer((socket) => socket.on('error', () => socket.destroy()).end(told));
  await once(server.listen(path).unref(), 'listening');
  return {
    tell: (address) => {
      told = address;
    },
  };
}

async function ask(path: string): Promise<string | undefined> {
  const socket = connect(path);
  return text(socket).catch(() => undefined);
}
