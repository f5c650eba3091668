import { amount, count, grade } from '../ui/format.ts';

const outOf = (n: number, all: number) => `${amount(n)} de ${amount(all)}`;
const tries = (n: number) => `Rendiste ${count(n, 'intento', 'intentos')}.`;

/** How a grade came about, step by step. */
export const words = {
  trail: { home: 'Inicio' },
  grade: {
    title: 'Cómo se calculó tu nota',
    description: 'El cálculo de tu nota, paso a paso.',
    output: 'Nota',
    about: (title: string, module: string | null) => [title, module].filter(Boolean).join(' · '),
    passed: 'Aprobada',
    failed: (cut: number) => `Bajo ${grade(cut)}`,
    published: (state: string, when: string) => `${state} · enviada el ${when}`,
    sum: 'Sumamos tu puntaje',
    summed: (questions: number) => `La evaluación tuvo ${count(questions, 'pregunta', 'preguntas')}. Obtuviste `,
    of: (points: string, max: string) => `${points} de ${max}`,
    questionNumber: (n: number) => `Pregunta ${n}`,
    questionTable: {
      caption: 'Puntaje por pregunta',
      question: 'Pregunta',
      yours: 'Tus puntos',
      max: 'Máximo',
      total: 'Total',
    },
    cut: 'Fijamos el corte',
    cutMeans: (demand: number) =>
      `La exigencia es ${demand}\u00a0%. Con ese porcentaje del puntaje máximo se obtiene la nota 4,0.`,
    cutFormula: (max: string, demand: number) => `${max} × ${demand}\u00a0%`,
    cutResult: (cut: string) => `${cut}\u00a0puntos`,
    stretch: 'Elegimos el tramo',
    above: (points: string, cut: string) =>
      points === cut
        ? `${points} es justo el corte. Tu nota está en el tramo que va de 4,0 a 7,0.`
        : `${points} es más que ${cut}. Tu nota está en el tramo que va de 4,0 a 7,0.`,
    below: (points: string, cut: string) =>
      `${points} es menos que ${cut}. Tu nota está en el tramo que va de 1,0 a 4,0.`,
    apply: 'Aplicamos la fórmula del tramo',
    applies: {
      above: 'Medimos cuánto avanzaste desde el corte hasta el puntaje máximo.',
      below: 'Medimos cuánto avanzaste desde cero hasta el corte.',
    },
    round: 'Redondeamos a un decimal',
    noRounding: 'El resultado ya tiene un decimal.',
    roundDown: (digit: number) => `La segunda cifra decimal es ${digit}, menor que 5.`,
    roundUp: (digit: number) => `La segunda cifra decimal es ${digit}. Desde 5 se sube al decimal siguiente.`,
    stays: 'La nota queda en ',
    keep: 'Elegimos qué intento cuenta',
    keeps: {
      best: (n: number) => `${tries(n)} Cuenta el mejor.`,
      last: (n: number) => `${tries(n)} Cuenta el último.`,
      average: (n: number) => `${tries(n)} Cuenta el promedio de sus notas.`,
    },
    attempts: { caption: 'Tus intentos', attempt: 'Intento', sent: 'Enviado', nota: 'Nota', counts: 'Cuenta' },
    attempt: (n: number) => `Intento ${n}`,
    explainAttempt: (n: number) => `Ver el intento ${n}`,
    yes: 'Sí',
    no: 'No',
    chart: 'De puntos a nota',
    chartMeans: (cut: string, max: string, points: string, tenths: number) =>
      `La nota sube de 1,0 a 4,0 hasta los ${cut} puntos y de 4,0 a 7,0 hasta los ${max}. Con ${points} puntos la nota es ${grade(tenths)}.`,
    chartCut: 'corte',
    chartAxis: 'puntos',
    seeTable: 'Ver tabla de conversión',
    conversion: (demand: number) => `Conversión con exigencia de ${demand}\u00a0%`,
    points: 'Puntos',
    nota: 'Nota',
    change: 'Qué cambia en tu promedio',
    weight: 'Peso en la nota del curso',
    contributes: 'Aporta al promedio',
    courseGrade: 'Ver la nota del curso',
  },
  course: {
    title: 'Cómo se calcula la nota del curso',
    description: 'Las notas del curso, sus pesos y lo que falta.',
    output: 'Nota del curso',
    provisional: 'Promedio parcial, con lo evaluado hasta hoy',
    nothing: 'Aún no hay evaluaciones con nota.',
    passed: 'Sobre la nota de aprobación',
    failed: (cut: number) => `Bajo ${grade(cut)}, la nota de aprobación`,
    weigh: 'Reunimos tus notas y sus pesos',
    weighs: 'Cada evaluación pesa lo que dice su fila. Los pesos suman 100\u00a0%.',
    table: { caption: 'Notas y pesos', item: 'Evaluación', weight: 'Peso', nota: 'Nota' },
    add: 'Multiplicamos, sumamos y dividimos',
    adds: 'Se usan las notas ya redondeadas, como las ves publicadas.',
    nothingYet: 'El cálculo aparece con tu primera nota.',
    rounded: 'Con un decimal, la nota queda en ',
    complete: 'Qué falta para completar el curso',
    lessons: 'Lecciones leídas',
    lessonsOf: outOf,
    gradeNeeded: 'Nota de aprobación',
    completed: (when: string) => `Completaste el curso el ${when}.`,
    readThem: 'El curso se completa al leer todas las lecciones y llegar a la nota de aprobación.',
    explain: (title: string) => `${title}: ver cómo se calculó`,
  },
} as const;
