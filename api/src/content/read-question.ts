import { visit } from 'unist-util-visit';
import type { Question } from './content.schema.ts';
import { type QuestionDirective, questionOfPiece } from './directives.policy.ts';
import { WrittenKey } from './front-matter.schema.ts';
import { lineOf } from './page.ts';
import { contentOf } from './parts.ts';
import { AnswerKey, QuestionBody } from './question.schema.ts';
import { kinds } from './read-answer.ts';
import { readMeta, type Usual } from './read-meta.ts';
import type { Parts, Report, WrittenQuestion } from './reading.ts';
import { renderNodes } from './render-text.ts';
import type { Rendering } from './rendering.ts';

/** Reads a question as written; says what is wrong and answers null where no question comes of it. Points in thousandths. */
export function readQuestion(node: WrittenQuestion, job: Rendering, usual: Usual): Question | null {
  const { page, problems } = job;
  let faults = 0;
  const report: Report = (problem, remedy, line) => {
    faults++;
    problems.add(page.path, line || lineOf(node), problem, remedy);
  };
  const [read, answerType] = kinds[node.name as QuestionDirective];
  const parts = partsOf(node, answerType);
  const { id: key, puntos } = node.attributes ?? {};
  const points = pointsOf(puntos ?? '1', report);
  checkParts(key, parts, report);
  checkPieces(node, report);
  const meta = readMeta(node, usual, report);
  const answered = read(parts, node, job, report);
  if (!answered || !key || faults > 0) return null;
  const feedback = parts.feedback.length > 0 ? renderNodes(parts.feedback, job) : null;
  const { body, answer, optionFeedback = {} } = answered;
  const answerKey = { ...answer, feedback, optionFeedback };
  checkSizes(body, answerKey, report);
  return { key, kind: body.kind, points, body, answerKey, meta };
}

/** A question that the bank could not take either. */
function checkSizes(body: unknown, answerKey: unknown, report: Report): void {
  if (!QuestionBody.safeParse(body).success || !AnswerKey.safeParse(answerKey).success)
    report('La pregunta es más larga o trae más partes de lo que cabe', 'Divídela en dos');
}

/** What no question may hold, or only one of another kind. */
function checkPieces(node: WrittenQuestion, report: Report): void {
  visit(node, 'footnoteReference', (note) =>
    report('La pregunta trae una nota al pie', 'Escribe la fuente en su texto', lineOf(note)),
  );
  visit(node, 'textDirective', (piece) => {
    const place = questionOfPiece(piece.name);
    if (place && place !== node.name) report(`«${piece.name}» está en otra pregunta`, `Va en :::${place}`, lineOf(piece));
  });
}

function checkParts(key: string | null | undefined, { prompt, strays }: Parts, report: Report): void {
  if (key && !WrittenKey.safeParse(key).success)
    report(`La clave «${key}» no sirve`, 'Usa minúsculas sin tilde, cifras y guiones');
  if (prompt.length === 0) report('La pregunta no tiene enunciado', 'Escríbelo antes de las alternativas');
  for (const stray of strays)
    report(
      'Sobra texto después de las alternativas',
      'Déjalo antes, o como cita si es retroalimentación',
      lineOf(stray),
    );
}

function pointsOf(text: string, report: Report): number {
  if (!/^[1-9]\d?$/.test(text)) report(`Los puntos «${text}» no sirven`, 'Escribe un entero de 1 a 99: {puntos=2}');
  return Number(text) * 1000;
}

/** Prompt, then what is answered (a list, a table, or nothing of the kind), then a quotation as feedback. */
function partsOf(node: WrittenQuestion, answerType: 'list' | 'table' | null): Parts {
  const content = contentOf(node);
  const last = content.at(-1);
  const feedback = last?.type === 'blockquote' ? last.children : [];
  const rest = last?.type === 'blockquote' ? content.slice(0, -1) : content;
  const at = answerType ? rest.findLastIndex(({ type }) => type === answerType) : -1;
  if (at < 0) return { prompt: rest, answer: undefined, feedback, strays: [] };
  return { prompt: rest.slice(0, at), answer: rest[at], feedback, strays: rest.slice(at + 1) };
}
