import type { QuestionMeta } from './content.schema.ts';
import { WrittenKey } from './front-matter.schema.ts';
import { type Report, wholeOf, type WrittenQuestion } from './reading.ts';

/** What an evaluation says for all its questions, and the outcomes of its course, which questions name by number. */
export type Usual = { category: string | undefined; topic: string | undefined; outcomes: readonly string[] };

const listed = (text: string | null | undefined) => (text ?? '').split(/[\s,]+/).filter(Boolean);

/** How the bank files a question: what it says of itself, else what its evaluation says of all. */
export function readMeta(node: WrittenQuestion, usual: Usual, report: Report): QuestionMeta {
  const { categoria, tema, territorio, etiquetas } = node.attributes ?? {};
  return {
    category: categoryOf(categoria ?? usual.category ?? '', report),
    topic: tema ?? usual.topic ?? null,
    difficulty: wholeOf(node, 'dificultad', 5, report),
    outcome: outcomeOf(node, usual.outcomes, report),
    territories: listed(territorio),
    tags: tagsOf(etiquetas, report),
  };
}

/** «Levantamiento / Línea base» as its names. */
function categoryOf(text: string, report: Report): string[] {
  const names = text
    .split('/')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length > 5 || names.some((name) => name.length > 120))
    report(`La categoría «${text}» no sirve`, 'Usa hasta cinco nombres cortos separados por «/»');
  return names;
}

function outcomeOf(node: WrittenQuestion, outcomes: readonly string[], report: Report): string | null {
  const n = wholeOf(node, 'resultado', 20, report);
  if (n === null) return null;
  const outcome = outcomes[n - 1];
  if (outcome === undefined) report(`El curso no tiene resultado ${n}`, `Usa un número de 1 a ${outcomes.length}`);
  return outcome ?? null;
}

function tagsOf(text: string | null | undefined, report: Report): string[] {
  const tags = listed(text);
  for (const tag of tags.filter((one) => !WrittenKey.safeParse(one).success))
    report(`La etiqueta «${tag}» no sirve`, 'Usa minúsculas sin tilde, cifras y guiones; separa con espacios');
  return [...new Set(tags)];
}
