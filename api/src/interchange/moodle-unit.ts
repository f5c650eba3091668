import type { Job } from './job.ts';
import { child, children, type Node, saidIn } from './moodle-tree.ts';

/** The unit in which the answer is given. Other units, and marks for the unit alone, have no place here. */
export function unitOf(node: Node, job: Job): string | null {
  const units = children(child(node, 'units'), 'unit');
  const main = units.find((unit) => Number(saidIn(unit, 'multiplier')) === 1) ?? units[0];
  if (units.length > 1) job.lose('Se perdieron las otras unidades');
  if (Number(saidIn(node, 'unitgradingtype') || 0) !== 0) job.lose('Se perdió el puntaje de la unidad');
  return main ? saidIn(main, 'unit_name') || null : null;
}
