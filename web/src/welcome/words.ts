import { count, editionName, hours } from '../ui/format.ts';

/** The first page for whoever is not signed in. The three tasks are told after the Unit's own page, «Qué hacemos». */
export const words = {
  title: 'Inicio',
  description:
    'Formación y biblioteca de la Unidad de Territorios de Convergencia para los gobiernos regionales de Chile.',
  heading: 'Que el lugar donde vives no limite tus oportunidades',
  lead: 'Aquí se forman los equipos que levantan, implementan y siguen planes de convergencia en los territorios especiales.',
  seeOffer: 'Ver la oferta de formación',
  toLibrary: 'Ir a la biblioteca',
  tasks: {
    heading: 'Tres tareas, un mismo propósito',
    intro:
      'La Unidad de Territorios de Convergencia entrega a los gobiernos regionales herramientas para actuar donde hay rezago o aislamiento.',
    list: [
      {
        title: 'Acompañar los planes',
        text: 'Apoya técnica y metodológicamente el levantamiento, la implementación y el seguimiento de cada plan de convergencia.',
      },
      {
        title: 'Fortalecer a los equipos regionales',
        text: 'Ofrece diplomados, cursos, cartillas, manuales y orientaciones, además de espacios de diálogo y encuentro.',
      },
      {
        title: 'Proponer mejoras',
        text: 'Elabora propuestas para que la acción pública en estos territorios sea mejor y más pertinente.',
      },
    ],
    here: 'Esta plataforma reúne la segunda tarea.',
  },
  programme: {
    label: 'Diplomado',
    kicker: (n: number, minutes: number) => `Diplomado · ${count(n, 'curso', 'cursos')} · ${hours(minutes)}`,
    see: 'Conocer el diplomado',
    open: (date: string) => `Inscripción abierta hasta el ${date}`,
    closed: 'Sin inscripción abierta por ahora',
  },
  courses: {
    heading: 'Cursos',
    all: 'Ver toda la oferta',
    open: (seats: number) => count(seats, 'cupo libre', 'cupos libres'),
    none: 'Sin edición abierta',
    announced: 'Próximamente',
    empty: 'Todavía no hay cursos publicados.',
  },
  library: {
    heading: 'De la biblioteca',
    all: 'Ver todas las publicaciones',
    field: 'Buscar en la biblioteca',
    submit: 'Buscar',
    kinds: { booklet: 'Cartilla', manual: 'Manual', guidance: 'Orientación' },
    edition: editionName,
    minutes: (n: number) => count(n, 'minuto', 'minutos'),
    empty: 'Todavía no hay publicaciones.',
  },
  verify: {
    heading: 'Verificar un certificado',
    text: 'Comprueba con su código si un certificado está vigente. No necesitas cuenta.',
    label: 'Código de verificación',
    submit: 'Verificar',
  },
  signIn: {
    heading: '¿Ya tienes cuenta?',
    text: 'Continúa tu curso donde lo dejaste.',
    submit: 'Ingresar',
  },
} as const;
