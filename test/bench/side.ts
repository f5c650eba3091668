import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Question } from './witness.ts';

/** A program under measure: where it answers, and a line to the witness inside. */
export type Side = {
  address: string;
  ask<T>(question: Question): Promise<T>;
  /** The last of what it said. */
  said(): string;
  stop(): Promise<void>;
};

/** Starts `program` with a witness inside, and waits until it serves. */
export async function startSide(program: URL, env: Record<string, string>): Promise<Side> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const child = fork(program, {
    execArgv: ['--import', new URL('witness.ts', import.meta.url).href],
    env: { PATH: process.env['PATH'], ...env, PORT: String(port), PUBLIC_URL: address },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)));
  await serves(address, child).catch((cause: unknown) => {
    throw new Error(`${program.pathname} no partió:\n${said}`, { cause });
  });
  return {
    address,
    ask: (question) => ask(child, question),
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

async function serves(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`${address}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await setTimeout(100);
  }
  throw new Error('no answer');
}

/** One question at a time: each has one answer. */
async function ask<T>(child: ChildProcess, question: Question): Promise<T> {
  const answer = once(child, 'message');
  child.send(question);
  const [value] = (await answer) as [T];
  return value;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
