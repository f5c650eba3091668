import type { RootContent } from 'mdast';
import type { Evaluation, Media, Question } from './content.schema.ts';
import { isQuestion } from './directives.policy.ts';
import type { EvaluationCard } from './front-matter.schema.ts';
import type { Setting } from './library.ts';
import { lineOf, type Page } from './page.ts';
import type { Usual } from './read-meta.ts';
import { readQuestion } from './read-question.ts';
import type { WrittenQuestion } from './reading.ts';
import { renderNodes } from './render-text.ts';
import { rendering } from './rendering.ts';

const keeps = { mejor: 'best', ultimo: 'last', promedio: 'average' } as const;
const releases = { 'al-enviar': 'submission', 'al-cerrar': 'closing' } as const;

/** Minutes that a question takes where no limit says so. */
const perQuestion = 2;

/** An evaluation with its pool. */
export function readEvaluation(
  setting: Setting & { page: Page<EvaluationCard> },
  outcomes: readonly string[],
): { evaluation: Evaluation; media: Media[] } | null {
  const { page, problems } = setting;
  const job = rendering(setting);
  const nodes = page.tree.children;
  const first = nodes.findIndex(isWrittenQuestion);
  const instructions = renderNodes(first < 0 ? nodes : nodes.slice(0, first), job);
  const usual = usualOf(page.card, outcomes);
  const questions: Question[] = [];
  for (const node of first < 0 ? [] : nodes.slice(first)) {
    if (isWrittenQuestion(node)) add(questions, readQuestion(node, job, usual), node, setting);
    else
      problems.add(
        page.path,
        lineOf(node),
        'Hay texto entre las preguntas',
        'Las instrucciones van antes de la primera',
      );
  }
  if (!page.card) return null;
  checkPool(page.card, nodes.filter(isWrittenQuestion).length, setting);
  return { evaluation: evaluationOf(page.card, instructions, questions), media: [...job.media.values()] };
}

const usualOf = (card: EvaluationCard | null, outcomes: readonly string[]): Usual => ({
  ...{ category: card?.categoria, topic: card?.tema, outcomes },
});

const isWrittenQuestion = (node: RootContent): node is WrittenQuestion =>
  node.type === 'containerDirective' && isQuestion(node.name);

function add(questions: Question[], question: Question | null, node: WrittenQuestion, { page, problems }: Setting): void {
  if (!question) return;
  if (questions.some(({ key }) => key === question.key))
    problems.add(
      page.path,
      lineOf(node),
      `La pregunta «${question.key}» se repite`,
      'Da a cada pregunta una clave propia',
    );
  questions.push(question);
}

function checkPool({ preguntas }: EvaluationCard, pool: number, { page, problems }: Setting): void {
  if (pool < 2 * preguntas)
    problems.add(
      page.path,
      1,
      `El banco tiene ${pool} preguntas y se sortean ${preguntas}`,
      `Escribe al menos ${2 * preguntas} o sortea menos`,
    );
}

const evaluationOf = (card: EvaluationCard, instructions: string, questions: Question[]): Evaluation => ({
  kind: 'evaluation',
  key: card.id,
  title: card.titulo,
  minutes: card.minutos ?? card.preguntas * perQuestion,
  timeLimit: card.minutos ?? null,
  draw: card.preguntas,
  attempts: card.intentos,
  keep: keeps[card.cuenta],
  demand: card.exigencia,
  weight: card.peso,
  release: releases[card.resultados],
  instructions,
  questions,
});
