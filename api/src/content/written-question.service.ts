import { z } from 'zod';
import { readCard } from './card.ts';
import { checkText } from './check-text.ts';
import type { Media, Problem, Question } from './content.schema.ts';
import { isQuestion } from './directives.policy.ts';
import { readForeignImage } from './image.ts';
import type { Library, Setting } from './library.ts';
import { readPage } from './page.ts';
import { Problems } from './problems.ts';
import { readQuestion } from './read-question.ts';
import type { WrittenQuestion } from './reading.ts';
import { rendering } from './rendering.ts';

/** What the card of an evaluation says of all its questions. */
export type Shared = { category: string | undefined; topic: string | undefined };

/** The files that stand beside a text of questions, by name; `limit` in bytes for each image. */
export type Beside = { files: ReadonlyMap<string, Buffer>; limit: number };

const Card = z.looseObject({ categoria: z.string().optional(), tema: z.string().optional() });
const path = 'evaluacion.md';

/** What a card in YAML says of the questions under it; nothing where there is none or it is broken. */
export function readShared(yaml: string): Shared {
  const card = readCard(path, yaml, Card, new Problems());
  return { category: card?.categoria, topic: card?.tema };
}

/** A term of the glossary may be named whether it is here or not. */
class Anything extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/**
 * Reads one question as `content/` writes it, alone: with the same rules, but that pages, terms and outcomes of a course
 * are not at hand. Answers null and says why where no question comes of it; lines count from that of its opening.
 */
export function readWrittenQuestion(
  text: string,
  shared: Shared,
  beside: Beside,
): { question: Question | null; problems: Problem[]; media: Media[]; outcome: boolean } {
  const problems = new Problems();
  const place = { kind: 'evaluation', folder: '', module: null } as const;
  const page = readPage({ path, sha: '', place, text }, z.unknown(), new Problems());
  const setting: Setting = { page, problems, library: libraryOf(beside) };
  const job = rendering(setting);
  const [node] = page.tree.children;
  if (node?.type !== 'containerDirective' || !isQuestion(node.name))
    problems.add(path, 1, 'No es una pregunta', 'Escríbela como dice «Preguntas de una evaluación»');
  else {
    checkText(setting);
    const outcome = takeOutcome(node);
    const question = readQuestion(node, job, { ...shared, outcomes: [] });
    const found = problems.sorted();
    return { question: found.length > 0 ? null : question, problems: found, media: [...job.media.values()], outcome };
  }
  return { question: null, problems: problems.sorted(), media: [], outcome: false };
}

/** Outcomes are numbered within their course: away from it the number says nothing. */
function takeOutcome({ attributes }: WrittenQuestion): boolean {
  if (!attributes?.['resultado']) return false;
  delete attributes['resultado'];
  return true;
}

function libraryOf({ files, limit }: Beside): Library {
  return {
    pages: new Map(),
    terms: new Anything(),
    image: (name) => {
      const bytes = files.get(name);
      return bytes && readForeignImage(name, bytes, limit);
    },
  };
}
