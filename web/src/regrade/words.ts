import type { Schemas } from '../api/client.ts';
import { count } from '../ui/format.ts';

type Decision = Schemas['Regrade']['decision'];
type Line = Schemas['RegradedPerson'];

function special({ outcome, overridden, unfit, kept }: Line): string | null {
  if (outcome === 'passed_by') return 'Cambió antes de aplicar; quedó como estaba';
  if (outcome === 'left') return 'Cambiada a mano después; queda así';
  if (overridden) return 'Decidida a mano; no cambia';
  if (unfit) return 'Su respuesta no calza; conserva su puntaje';
  return kept ? 'Conserva su nota mejor' : null;
}

function direction({ before, after }: Line): string {
  const difference = (after ?? 0) - (before ?? 0);
  if (difference === 0) return 'Queda igual';
  return difference > 0 ? 'Sube' : 'Baja';
}

/** Pages on counting notas anew. */
export const words = {
  title: 'Recálculos',
  description: 'Recálculos de notas: simulación, aplicación y vuelta atrás.',
  book: 'Libro de notas',
  list: {
    heading: 'Recálculos de notas',
    lead: 'Cada recálculo se simula primero. Nadie cambia de nota hasta que lo apliques.',
    caption: 'Recálculos, del más nuevo al más antiguo',
    what: 'Qué se decidió',
    where: 'Dónde',
    state: 'Estado',
    people: 'Cambian',
    date: 'Fecha',
    everywhere: 'En todas partes',
    empty: 'Aún no hay recálculos. Comienza desde el análisis de una evaluación.',
    more: 'Ver más',
  },
  decisions: {
    version: 'Corregir con la versión nueva',
    full: 'Dar el puntaje a todas las personas',
    drop: 'Quitar la pregunta del total',
    rule: 'Aplicar las reglas de ahora',
  } satisfies Record<Decision, string>,
  hints: {
    version: 'Las respuestas se corrigen con la clave de la versión que elijas.',
    full: 'Quien respondió mal o no respondió recibe el puntaje completo.',
    drop: 'La pregunta deja de contar: el total y la exigencia se ajustan.',
    rule: 'Se usa la exigencia de ahora. Los puntajes no cambian.',
  } satisfies Record<Decision, string>,
  states: {
    previewed: 'Simulado',
    applying: 'Aplicándose',
    applied: 'Aplicado',
    undoing: 'Deshaciéndose',
    undone: 'Deshecho',
  },
  make: {
    heading: 'Simular un recálculo',
    lead: 'Verás quién cambia de nota y cómo. Nada se aplica todavía.',
    decision: 'Qué hacer',
    version: 'Versión con que se corrige',
    versionName: (n: number, note: string | null) => `Versión ${n}${note ? `: ${note}` : ''}`,
    scope: 'Dónde',
    here: (unit: string, edition: string) => `Solo en «${unit}», ${edition}`,
    everywhere: 'En todas las evaluaciones a tu cargo que la usaron',
    keepBetter: 'Nadie baja: cada persona conserva su mejor nota',
    reason: 'Motivo (obligatorio)',
    reasonHint: 'Lo leen las personas a quienes les cambia la nota.',
    reasonWrong: 'Escribe un motivo de hasta 1.000 caracteres.',
    submit: 'Simular recálculo',
  },
  one: {
    figures: {
      people: (n: number) => (n === 1 ? 'persona rindió' : 'personas rindieron'),
      up: (n: number) => (n === 1 ? 'sube' : 'suben'),
      down: (n: number) => (n === 1 ? 'baja' : 'bajan'),
      same: (n: number) => (n === 1 ? 'queda igual' : 'quedan igual'),
      passes: (n: number) => (n === 1 ? 'pasa a aprobar' : 'pasan a aprobar'),
      fails: (n: number) => (n === 1 ? 'deja de aprobar' : 'dejan de aprobar'),
    },
    by: (person: string, date: string) => `${person}, el ${date}`,
    reason: 'Motivo',
    notes: {
      overridden: (n: number) =>
        `${count(n, 'nota decidida', 'notas decididas')} a mano no cambia${n === 1 ? '' : 'n'}. Lo calculado espera debajo.`,
      unfit: (n: number) =>
        `${count(n, 'respuesta', 'respuestas')} no calza${n === 1 ? '' : 'n'} con la versión nueva y conserva${n === 1 ? '' : 'n'} su puntaje.`,
      kept: (n: number) => `${count(n, 'persona conserva', 'personas conservan')} su nota mejor.`,
      outside: (n: number) =>
        `Otras ${count(n, 'persona rindió', 'personas rindieron')} fuera de tu alcance y no cambia${n === 1 ? '' : 'n'}.`,
      passedBy: (n: number) => `${count(n, 'persona', 'personas')} cambió antes de aplicar y quedó como estaba.`,
      left: (n: number) => `${count(n, 'nota', 'notas')} se cambió a mano después y queda así.`,
    },
    working: (left: number) => `Trabajando: falta${left === 1 ? '' : 'n'} ${count(left, 'persona', 'personas')}.`,
    reload: 'Ver cómo va',
    apply: (n: number) => `Aplicar y avisar a ${count(n, 'persona', 'personas')}`,
    undo: 'Deshacer el recálculo',
    undoHint: 'Vuelven las notas anteriores, salvo las que alguien cambió a mano después.',
    regions: 'Por región',
    region: 'Región',
    noRegion: 'Sin región',
    hidden: 'No se muestran regiones con menos de cinco personas.',
    people: 'Persona por persona',
    caption: 'Personas, con su nota de antes y la que resulta',
    person: 'Participante',
    before: 'Antes',
    after: 'Después',
    remark: 'Qué pasa',
    filter: 'Filtro de personas',
    show: 'Mostrar',
    only: { all: 'Todas', changed: 'Las que cambian', special: 'Las que piden una mirada' },
    submit: 'Filtrar',
    more: 'Ver más',
    nobody: 'No hay personas que mostrar.',
  },
  remarkOf: (line: Line): string => special(line) ?? direction(line),
} as const;
