import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, type Run } from './load.ts';
import { planOf, type Plan } from './plan.ts';
import type { Row } from './rows.ts';
import type { Side } from './side.ts';
import type { Heard, Usage } from './witness.ts';

/** A line of the table. `limitRps` is what the bare handler reaches, `ratio` the program's share of it. */
export type Line = {
  name: string;
  rps: number;
  p50: number;
  p99: number;
  limitRps: number;
  ratio: number;
  sql: number;
  cpuMs: number;
};
/** With the CPU that the bare handler takes, which a busy machine blurs less than its throughput. */
export type Measured = Line & { limitCpuMs: number };
/** `profile` is the folder for a CPU profile of each line, made apart from the runs that count. */
export type Effort = { seconds: number; runs: number; warmUp: number; profile: string | undefined };
type Cost = Run & { cpuMs: number };

/** Measures one kind of request in the program and in the bare handler by turns, so that neither has the better moment. */
export async function measure(
  row: Row,
  real: Side,
  bare: Side,
  { seconds, runs, warmUp, profile }: Effort,
): Promise<Measured> {
  await row.prepare?.();
  const plan = await listen(row, real);
  await bare.ask({ ask: 'learn', plan });
  const costs: { real: Cost[]; bare: Cost[] } = { real: [], bare: [] };
  for (const side of [real, bare]) await once(row, side, warmUp);
  for (let n = 0; n < runs; n++) {
    costs.real.push(await once(row, real, seconds));
    costs.bare.push(await once(row, bare, seconds));
  }
  if (profile) await profileTo(profile, row, real, seconds);
  const middle = median(costs.real);
  const limit = median(costs.bare);
  return {
    ...{ name: row.name, rps: round(middle.rps, 0), p50: round(middle.p50, 2), p99: round(middle.p99, 2) },
    ...{ limitRps: round(limit.rps, 0), ratio: round(middle.rps / limit.rps, 2) },
    ...{ sql: plan.steps.length, cpuMs: round(middle.cpuMs, 3) },
    limitCpuMs: round(limit.cpuMs, 3),
  };
}

/** Asks once, and learns which SQL the program sends for it. The second time counts: by then everything is at hand. */
async function listen(row: Row, real: Side): Promise<Plan> {
  await fetchOf(row, real);
  await real.ask({ ask: 'listen' });
  const { ask, ...answer } = await fetchOf(row, real);
  return planOf(ask, await real.ask<Heard[]>({ ask: 'heard' }), answer);
}

async function fetchOf(row: Row, { address }: Side) {
  const { path, ...init } = row.next();
  const response = await fetch(address + path, init);
  const bytes = (await response.arrayBuffer()).byteLength;
  if (!response.ok) throw new Error(`${init.method} ${path}: ${response.status}`);
  return { ask: { path, ...init }, status: response.status, bytes };
}

async function once(row: Row, side: Side, seconds: number): Promise<Cost> {
  await row.prepare?.();
  const before = await side.ask<Usage>({ ask: 'usage' });
  const result = await run(side.address, row, seconds);
  const after = await side.ask<Usage>({ ask: 'usage' });
  return { ...result, cpuMs: (after.cpu - before.cpu) / 1000 / result.answers };
}

async function profileTo(folder: string, row: Row, real: Side, seconds: number): Promise<void> {
  await row.prepare?.();
  await real.ask({ ask: 'profile' });
  await run(real.address, row, seconds);
  const profile = await real.ask({ ask: 'profiled' });
  await writeFile(join(folder, `${row.name}.cpuprofile`), JSON.stringify(profile));
}

const median = (costs: Cost[]): Cost => {
  const sorted = [...costs].sort((a, b) => a.rps - b.rps);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('no runs');
  return middle;
};

export const round = (value: number, digits: number) => Number(value.toFixed(digits));
