import autocannon from 'autocannon';
import type { Row } from './rows.ts';

/** What one run came to: answers a second, and milliseconds until an answer. */
export type Run = { rps: number; p50: number; p99: number; answers: number };

const connections = 16;

/** Asks for `seconds` over 16 connections, each as soon as its last answer is there. An answer that refuses ends the measure. */
export async function run(address: string, row: Row, seconds: number): Promise<Run> {
  const took: number[] = [];
  const refused = new Map<number, number>();
  const [from, until] = await new Promise<[number, number]>((resolve, reject) => {
    const most = row.most?.();
    const start = performance.now();
    let last = start;
    const cannon = autocannon(
      {
        ...{ url: address, connections, duration: seconds, sampleInt: 100 },
        ...(most && { maxOverallRequests: most }),
        requests: [{ setupRequest: (request) => ({ ...request, ...row.next() }) }],
      },
      (error: Error | null) => (error ? reject(error) : resolve([start, last])),
    );
    cannon.on('response', (_client, status, _bytes, milliseconds) => {
      last = performance.now();
      took.push(milliseconds);
      if (status >= 400) refused.set(status, (refused.get(status) ?? 0) + 1);
    });
  });
  if (refused.size > 0 || took.length === 0)
    throw new Error(`${row.name}: ${took.length} respuestas, con estados ${JSON.stringify([...refused])}`);
  const sorted = Float64Array.from(took).sort();
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { rps: (took.length * 1000) / (until - from), p50: at(0.5), p99: at(0.99), answers: took.length };
}
