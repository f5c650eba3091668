import type { Step } from './browser.ts';
import { type Measured, round } from './measure.ts';

export type Report = { rows: Measured[]; browser: Step[]; start: { seconds: number }; rssMb: number };

const budget = { ratio: 0.7, sql: 3, js: 120_000, lesson: 4000, start: 5 };

/** Prints what was measured, and which budgets hold. */
export function print({ rows, browser, start, rssMb }: Report, hot: string[]): void {
  table(
    ['petición', 'por s', 'p50 ms', 'p99 ms', 'límite por s', 'razón', 'SQL', 'CPU ms', 'CPU ms del límite'],
    rows.map((row) => [
      ...[row.name, row.rps, row.p50, row.p99, row.limitRps, row.ratio],
      ...[row.sql, row.cpuMs, row.limitCpuMs],
    ]),
  );
  table(
    ['paso', 'peticiones', 'bytes', 'JS', 'ms', 'de nuevo', 'bytes', 'JS', 'ms'],
    browser.map(({ step, cold, warm }) => [step, ...Object.values(cold), ...Object.values(warm)]),
  );
  console.log(`\nPartir de nuevo: ${number(start.seconds)} s. Memoria después de la carga: ${number(rssMb)} MB.\n`);
  for (const { says, holds } of verdicts({ rows, browser, start, rssMb }, hot))
    console.log(`${holds ? 'cumple' : 'NO CUMPLE'}  ${says}`);
}

function verdicts({ rows, browser, start }: Report, hot: string[]): { says: string; holds: boolean }[] {
  const reads = rows.filter(({ name }) => hot.includes(name));
  const [first] = browser;
  const alone = browser.find(({ step }) => step === 'lesson alone');
  return [
    ...reads.map(({ name, ratio }) => ({
      says: `${name}: razón ${number(ratio)} (≥ 0,7)`,
      holds: ratio >= budget.ratio,
    })),
    ...reads.map(({ name, sql }) => ({ says: `${name}: ${sql} SQL (≤ 3)`, holds: sql <= budget.sql })),
    ...(first
      ? [
          {
            says: `JS de la primera página: ${number(first.cold.js)} bytes (≤ 120.000)`,
            holds: first.cold.js <= budget.js,
          },
        ]
      : []),
    ...(alone
      ? [{ says: `primera lección: ${number(alone.cold.ms)} ms (≤ 4.000)`, holds: alone.cold.ms <= budget.lesson }]
      : []),
    ...(start.seconds > 0
      ? [{ says: `partir de nuevo: ${number(start.seconds)} s (≤ 5)`, holds: start.seconds <= budget.start }]
      : []),
  ];
}

const number = (value: number) => round(value, 2).toLocaleString('es-CL');

function table(titles: string[], lines: (string | number)[][]): void {
  if (lines.length === 0) return;
  const cells = [titles, ...lines.map((line) => line.map((cell) => (typeof cell === 'number' ? number(cell) : cell)))];
  const widths = titles.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  console.log();
  for (const line of cells)
    console.log(
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    );
}
