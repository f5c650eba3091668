const written = (tenths: number) => `${Math.floor(tenths / 10)},${tenths % 10}`;

const why = {
  version: 'Corregimos una pregunta.',
  full: 'Una pregunta tenía un problema y todas las personas reciben su puntaje.',
  drop: 'Una pregunta tenía un problema y ya no cuenta.',
  rule: 'Cambió una regla de la evaluación.',
} as const;

type Told = { decision: keyof typeof why; state: string };
type Where = { enrolmentId: string; unit: string; title: string };

/** What someone reads whose nota a regrade has changed, or given back. */
export const newsOf = (
  { decision, state }: Told,
  where: Where,
  before: { grade: number },
  after: { grade: number },
) => {
  const change = `Tu nota de «${where.title}» pasó de ${written(before.grade)} a ${written(after.grade)}.`;
  const undone = state === 'undoing';
  return {
    kind: undone ? 'regrade.undone' : 'regrade.applied',
    title: undone ? `Volvió tu nota anterior de «${where.title}»` : `Recalculamos tu nota de «${where.title}»`,
    body: `${undone ? 'Deshicimos un recálculo.' : why[decision]} ${change}`,
    path: `/estudio/${where.enrolmentId}/evaluaciones/${where.unit}/nota`,
  };
};
