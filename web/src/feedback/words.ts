import { grade, points } from '../ui/format.ts';

/** What learners read of how their work was marked. */
export const words = {
  title: (task: string) => `Tu nota de «${task}»`,
  description: 'La pauta, los comentarios y el cálculo de tu nota.',
  home: 'Inicio',
  output: 'Tu nota',
  about: 'Trabajo revisado',
  passed: 'Aprobado',
  failed: 'Bajo la nota de aprobación',
  published: (state: string, when: string, by: string) => `${state}. Publicada el ${when} por ${by}`,
  waiting: 'Tu entrega espera revisión. Te avisaremos cuando haya una nota.',
  returned: 'Te pidieron corregir esta entrega',
  answer: 'Ver lo que falta y enviar otra versión',
  toTask: 'Volver al trabajo',
  overridden: (published: number, counts: number) =>
    `Alguien del equipo cambió la nota de ${grade(published)} a ${grade(counts)}. El motivo está en tu libro de notas.`,
  changed: 'La nota cambió en una segunda revisión',
  rubric: 'Pauta',
  of: (got: number, max: number) => `${points(got)} de ${points(max)} puntos`,
  given: (got: number | null, max: number) => `${points(got ?? 0)}/${points(max)}`,
  feedback: 'Retroalimentación general',
  text: 'Tu entrega comentada',
  version: (n: number) => `Versión ${n}`,
  noText: 'Tu entrega no trae texto.',
  files: 'Tus archivos',
  inFile: (file: string, page: number) => `${file}, página ${page}`,
  lost: 'Comentarios sobre texto que ya no está',
  note: (n: number) => `Comentario ${n}`,
  calculation: 'Cómo se calculó',
  steps: {
    sum: (got: string, max: string) => `Sumaste ${got} de ${max} puntos.`,
    cut: (demand: number, cut: string) => `Con ${demand}\u00a0% de exigencia, ${cut} puntos equivalen a 4,0.`,
    formula: 'La fórmula, con tus puntos:',
    round: (exact: string, rounded: number) => `${exact} se redondea a un decimal: ${grade(rounded)}.`,
    penalty: (penalty: number, published: number) =>
      `Por atraso se descuenta ${grade(penalty)}: queda ${grade(published)}.`,
  },
  earlier: 'Notas anteriores',
  one: (got: string, when: string) => `${got}, publicada el ${when}`,
} as const;
