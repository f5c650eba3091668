import { amount, count, grade } from '../ui/format.ts';

const shown = { nota: 'Nota', points: 'Puntaje', percent: 'Porcentaje', pass: 'Aprobado o no' } as const;

/** Evaluations of an edition, for whoever runs it: their rules and the attempts at them. */
export const words = {
  trail: 'Gestión',
  title: (title: string, edition: string) => `${title} · ${edition}`,
  description: 'Reglas de la evaluación en esta edición, y sus intentos.',
  views: { label: 'Vistas de la evaluación', rules: 'Reglas', attempts: 'Intentos' },
  figures: {
    open: 'en curso',
    ended: (n: number) => (n === 1 ? 'intento enviado' : 'intentos enviados'),
    pending: (n: number) => (n === 1 ? 'espera corrección' : 'esperan corrección'),
  },
  mark: 'Calificar respuestas',
  analyse: 'Analizar preguntas',
  rules: {
    heading: 'Cómo se rinde',
    window: (from: string, to: string) => `Se rinde desde el ${from} hasta el ${to}.`,
    minutes: (n: number) => `Cada intento dura ${count(n, 'minuto', 'minutos')}, o menos si antes llega el cierre.`,
    noLimit: 'Un intento no tiene límite de tiempo: dura hasta el cierre.',
    attempts: (n: number, keep: string) => (n === 1 ? 'Hay un solo intento.' : `Hay ${amount(n)} intentos y ${keep}.`),
    keeps: {
      best: 'cuenta el mejor',
      last: 'cuenta el último',
      average: 'cuenta su promedio',
    },
    wait: (n: number) => `Entre un intento y otro se esperan ${count(n, 'minuto', 'minutos')}.`,
    password: 'Para empezar se pide una clave.',
    pages: { all: 'Las preguntas se ven juntas', one: 'Se ve una pregunta por página' },
    sequential: (yes: boolean) => (yes ? ' y no se puede volver atrás.' : ' y se puede volver a ellas.'),
    shuffles: {
      both: 'El orden de preguntas y alternativas cambia en cada intento.',
      questions: 'El orden de las preguntas cambia en cada intento; el de las alternativas, no.',
      options: 'El orden de las alternativas cambia en cada intento; el de las preguntas, no.',
      none: 'Preguntas y alternativas van siempre en el mismo orden.',
    },
    demand: (percent: number, min: number) =>
      `La nota va de ${grade(min)} a 7,0, y el ${percent}\u00a0% del puntaje da un 4,0.`,
    roundings: {
      half_up: 'Se redondea al décimo más cercano.',
      down: 'Se corta en el décimo, sin redondear.',
      up: 'Se redondea siempre hacia arriba.',
    },
    scales: {
      nota: null,
      points: 'Quien rinde ve su puntaje en vez de la nota.',
      percent: 'Quien rinde ve su porcentaje en vez de la nota.',
      pass: 'Quien rinde ve si aprobó, en vez de la nota.',
    },
    release: (what: string, when: string) => `${what} ${when}.`,
    parts: {
      score: 'El resultado se ve',
      answers: 'Las respuestas correctas se ven',
      feedback: 'Los comentarios se ven',
    },
    releases: {
      submission: 'al enviar',
      closing: 'cuando cierra',
      date: (when: string) => `desde el ${when}`,
      hand: 'cuando alguien del equipo los publica',
      released: (when: string) => `desde que se publicaron, el ${when}`,
    },
    notMine: 'Solo quien sigue la edición completa puede cambiar estas reglas.',
    changed: (who: string, when: string) => `Último cambio: ${who}, ${when}.`,
    asCourse: 'Todo es como lo dice el curso.',
  },
  shown,
} as const;
