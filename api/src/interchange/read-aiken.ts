import type { Known } from './recognise.ts';
import { type Job, type Piece, questionOf } from './job.ts';
import { letter } from './ids.ts';
import { linesOf, type Line } from './lines.ts';
import { Refused } from './refused.ts';

const option = /^([A-Z])[.)]\s+(.*)$/;
const answer = /^ANSWER:\s{0,9}(\S{0,20})\s*$/;

/** Aiken: a question in its lines, then `A.` or `A)` alternatives, then `ANSWER: A`. Empty lines say nothing. */
export function* readAiken({ text }: Known): Generator<Piece> {
  let lines: Line[] = [];
  for (const line of linesOf(text)) {
    if (!line.text.trim()) continue;
    const found = answer.exec(line.text);
    if (!found) {
      lines.push(line);
      continue;
    }
    yield pieceOf(lines.length > 0 ? lines : [line], found[1] ?? '', line.at);
    lines = [];
  }
  if (lines.length > 0) yield pieceOf(lines, null);
}

function pieceOf(lines: Line[], right: string | null, at = 1): Piece {
  return { line: lines[0]?.number ?? 1, at, read: (job) => questionIn(lines, right, job) };
}

function questionIn(lines: Line[], right: string | null, job: Job) {
  if (right === null) throw new Refused('Falta la línea «ANSWER: » con la letra correcta');
  const first = lines.findIndex(({ text }) => option.test(text));
  if (first < 0) throw new Refused('Faltan las alternativas: «A. …» o «A) …»');
  const prompt = job.needed(
    lines
      .slice(0, first)
      .map(({ text }) => text)
      .join('\n'),
    'plain',
    'el enunciado',
  );
  const written = alternativesOf(lines.slice(first));
  const options = written.map(({ text }, i) => ({ id: letter(i), html: job.needed(text, 'plain', 'una alternativa') }));
  const correct = written.findIndex((one) => one.letter === right);
  if (correct < 0) throw new Refused(`La respuesta «${right}» no es ninguna de las alternativas`);
  const body = { kind: 'single', prompt, options } as const;
  return questionOf({ body, solution: { kind: 'single', correct: letter(correct) } }, null, {}, job);
}

/** A line that starts no alternative goes on with the one before. */
function alternativesOf(lines: Line[]): { letter: string; text: string }[] {
  const found: { letter: string; text: string }[] = [];
  for (const { text } of lines) {
    const [, name, words = ''] = option.exec(text) ?? [];
    const last = found.at(-1);
    if (name) found.push({ letter: name, text: words });
    else if (last) last.text += `\n${text}`;
  }
  if (new Set(found.map((one) => one.letter)).size < found.length)
    throw new Refused('Una letra se repite: falta «ANSWER:» antes');
  return found;
}
