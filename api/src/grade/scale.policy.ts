import type { Ratio } from '../assessment/nota.policy.ts';
import type { GradeRules } from '../content/grade-rules.schema.ts';
import { write } from './explanation.policy.ts';
import { formatGrade } from './grade.policy.ts';

/**
 * The percentage that a nota is worth, exact: the line of the notas read the other way, so that 4,0 is the demand and 7,0
 * is everything.
 */
export function percentOf(tenths: number, { scale: { demand }, min }: Pick<GradeRules, 'scale' | 'min'>): Ratio {
  const [nota, low, cut] = [BigInt(tenths), BigInt(min), BigInt(demand)];
  if (tenths < 40) return { over: cut * (nota > low ? nota - low : 0n), under: 40n - low };
  return { over: cut * 30n + (100n - cut) * (nota - 40n), under: 30n };
}

/** How the result of a course is told by its scale: `5,1`, `73,3 %`, `73,3 de 100 puntos`, `Aprobado`. */
export function told(tenths: number, rules: Pick<GradeRules, 'scale' | 'min'>, passGrade: number): string {
  const { kind, of } = rules.scale;
  if (kind === 'nota') return formatGrade(tenths);
  if (kind === 'pass') return tenths >= passGrade ? 'Aprobado' : 'No aprobado';
  const { over, under } = percentOf(tenths, rules);
  if (kind === 'percent') return `${oneDecimal({ over, under })}\u00a0%`;
  return `${oneDecimal({ over: over * BigInt(of), under: under * 100n })} de ${of} puntos`;
}

/** Rounded half up to one decimal. */
function oneDecimal({ over, under }: Ratio): string {
  const tenths = (20n * over + under) / (2n * under);
  return write({ over: tenths, under: 1n }, 10n, 0, 1).text;
}
