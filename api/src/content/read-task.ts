import type { RootContent } from 'mdast';
import type { Criterion, Media, Task } from './content.schema.ts';
import type { TaskCard } from './front-matter.schema.ts';
import type { Setting } from './library.ts';
import { lineOf, type Page } from './page.ts';
import { contentOf } from './parts.ts';
import { type Box, criteriaOf, isBox, type Report } from './read-rubric.ts';
import { renderNodes } from './render-text.ts';
import { rendering } from './rendering.ts';

const megabyte = 1_000_000;
const releases = { 'al-cerrar': 'closing', tutoria: 'manual' } as const;
const lates = { rechazar: 'refuse', aceptar: 'until', descontar: 'penalty' } as const;

/** A task with its rubric and, for those who mark it, a worked answer. */
export function readTask(setting: Setting & { page: Page<TaskCard> }): { task: Task; media: Media[] } | null {
  const { page, problems } = setting;
  const job = rendering(setting);
  const report: Report = (problem, remedy, line) => problems.add(page.path, line, problem, remedy);
  const nodes = page.tree.children;
  const [rubric] = boxesOf(nodes, 'pauta', report);
  const [sample] = boxesOf(nodes, 'muestra', report);
  const criteria = rubric ? criteriaOf(rubric, job, report) : [];
  const written = nodes.filter((node) => node !== rubric && node !== sample);
  const instructions = renderNodes(written, job);
  if (!instructions) report('La tarea no tiene instrucciones', 'Escríbelas antes de la pauta', 1);
  if (!page.card) return null;
  checkCard(page.card, report);
  const texts = { instructions, sample: sample ? renderNodes(contentOf(sample), job) : null };
  return { task: { ...taskOf(page.card, criteria), ...texts }, media: [...job.media.values()] };
}

/** The box of this name, of which a task has one. */
function boxesOf(nodes: RootContent[], name: string, report: Report): Box[] {
  const boxes = nodes.filter((node) => isBox(node, name));
  const [, second] = boxes;
  if (boxes.length === 0) report(`A la tarea le falta «${name}»`, `Agrega :::${name} al final`, 1);
  if (second) report(`«${name}» se repite`, 'Deja uno solo', lineOf(second));
  return boxes;
}

function checkCard({ entrega, pares }: TaskCard, report: Report): void {
  if (!entrega.texto && !entrega.archivos)
    report('La tarea no recibe nada', 'Agrega «texto» o «archivos» en «entrega»', 1);
  checkWords(entrega.texto, report);
  if ((pares?.minimo ?? 0) > (pares?.revisiones ?? 0))
    report('«minimo» pasa de «revisiones» en «pares»', 'Pide a lo más tantas como recibe cada entrega', 1);
}

function checkWords(text: TaskCard['entrega']['texto'], report: Report): void {
  const { minimo = 0, maximo = Infinity } = text ?? {};
  if (minimo > maximo) report('El mínimo de palabras pasa del máximo', 'Corrige «texto» en «entrega»', 1);
}

/** A nota's difference or discount, as «0,5», in tenths. */
const tenths = (text: string | undefined) => (text === undefined ? null : Number(text.replace(',', '')));

const taskOf = (card: TaskCard, criteria: Criterion[]): Omit<Task, 'instructions' | 'sample'> => ({
  kind: 'task',
  key: card.id,
  title: card.titulo,
  minutes: Math.round(card.horas * 60),
  weight: card.peso,
  demand: card.exigencia,
  rubric: { criteria },
  points: criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
  mode: card.modo === 'grupal' ? 'group' : 'individual',
  dueDays: card.plazo ?? null,
  resubmissions: card.reenvios,
  anonymous: card.anonima,
  doubleThreshold: tenths(card.doble),
  ...takenOf(card.entrega),
  ...lateOf(card.atraso),
  ...peersOf(card.pares),
});

const noFiles = { tipos: [], maximo: 0, megas: 1 };

function takenOf({ texto, archivos }: TaskCard['entrega']) {
  const { minimo: minWords = null, maximo: maxWords = null } = texto ?? {};
  const { tipos: fileTypes, maximo: maxFiles, megas } = archivos ?? noFiles;
  const maxBytes = megas * megabyte;
  return { takesText: !!texto, minWords, maxWords, takesFiles: !!archivos, fileTypes, maxFiles, maxBytes };
}

const lateOf = ({ regla, dias, descuento }: TaskCard['atraso']) => ({
  late: lates[regla],
  lateDays: dias ?? null,
  penalty: regla === 'descontar' ? (tenths(descuento) ?? 0) : 0,
});

const noPeers: NonNullable<TaskCard['pares']> = { revisiones: 0, anonima: true, propia: 0, minimo: 1 };

function peersOf(pares = noPeers) {
  const { revisiones, anonima, propia, dias = 7, minimo = Math.min(2, revisiones), publica = 'tutoria' } = pares;
  return {
    ...{ peerReviews: revisiones, peerAnonymous: anonima, peerOwnWeight: propia, peerDays: dias, peerLeast: minimo },
    ...{ peerPenalty: tenths(pares.descuento) ?? 0, peerRelease: releases[publica] },
  };
}
