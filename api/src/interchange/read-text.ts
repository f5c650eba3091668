import type { Question } from '../content/content.schema.ts';
import { isQuestion } from '../content/directives.policy.ts';
import { type Beside, readShared, readWrittenQuestion, type Shared } from '../content/written-question.service.ts';
import type { ExchangeQuestion, Limits } from './exchange.schema.ts';
import { decode } from './encoding.ts';
import type { Job, Piece } from './job.ts';
import { type Line, linesOf } from './lines.ts';
import type { Known } from './recognise.ts';
import { FileRefused, Refused } from './refused.ts';
import { unzip } from './unzip.ts';

/** More than one question needs, in characters. */
const longest = 100_000;

type Block = { line: number; at: number; text: string; isQuestion: boolean };

/** Questions as content/ writes them: a text, or a compressed file of one with the images that it shows. */
export async function* readText({ text, bytes }: Known, limits: Limits): AsyncGenerator<Piece> {
  const beside: Beside = { files: new Map(), limit: limits.image };
  if (text) {
    yield* piecesOf(text, beside);
    return;
  }
  const files = await unzip(bytes, limits, (name) => /^[^/]{1,200}\.(md|png|jpe?g|webp|avif|svg)$/.test(name));
  const [name, written] = [...files].find(([one]) => one.endsWith('.md')) ?? [];
  if (!name || !written) throw new FileRefused('El archivo comprimido no trae un texto de preguntas (.md)');
  yield* piecesOf(decode(written), { ...beside, files });
}

function* piecesOf(text: string, beside: Beside): Generator<Piece> {
  const { card, rest, above } = cardOf(text);
  const shared = readShared(card);
  for (const block of blocksOf(rest))
    yield { line: block.line + above, at: block.at, read: (job) => questionIn(block, shared, beside, job) };
}

/** The card at the head of an evaluation, where there is one. */
function cardOf(text: string): { card: string; rest: string; above: number } {
  const plain = text.replace(/^\ufeff/, '');
  if (!/^---\r?\n/.test(plain)) return { card: '', rest: plain, above: 0 };
  const end = plain.search(/\r?\n---[ \t]*(\r?\n|$)/);
  if (end < 0) return { card: '', rest: plain, above: 0 };
  const head = plain.slice(0, end + 1);
  const rest = plain.slice(end).replace(/^\r?\n---[ \t]*/, '');
  return { card: head.replace(/^---\r?\n/, ''), rest, above: head.split('\n').length - 1 };
}

const opening = /^(:{3,20})([a-z-]{1,30})/;

/** Each question from its opening to the line that closes it; and what stands between, which belongs nowhere. */
function* blocksOf(text: string): Generator<Block> {
  const blocks = new Blocks();
  for (const line of linesOf(text)) {
    const block = blocks.take(line);
    if (block) yield block;
  }
  const last = blocks.close(1);
  if (last) yield last;
}

class Blocks {
  private open: { line: number; colons: string; lines: string[] } | null = null;
  private started = false;

  /** Takes one line; answers the block that ends with it, or before it. */
  take(line: Line): Block | null {
    const colons = colonsOf(line.text);
    if (colons) return this.begin(line, colons);
    if (!this.open) return this.started && isStray(line.text) ? strayOf(line) : null;
    this.open.lines.push(line.text);
    return line.text.trimEnd() === this.open.colons ? this.close(line.at) : null;
  }

  close(at: number): Block | null {
    const block = this.open && { line: this.open.line, at, text: this.open.lines.join('\n'), isQuestion: true };
    this.open = null;
    return block;
  }

  private begin({ text, number, at }: Line, colons: string): Block | null {
    const before = this.close(at);
    this.open = { line: number, colons, lines: [text] };
    this.started = true;
    return before;
  }
}

/** The colons that open a question; null where none opens. */
function colonsOf(text: string): string | null {
  const [, colons = '', name = ''] = opening.exec(text) ?? [];
  return isQuestion(name) ? colons : null;
}

/** Comments are for whoever writes. */
const isStray = (line: string) => line.trim() !== '' && !line.startsWith('<!--');
const strayOf = ({ text, number, at }: Line): Block => ({ line: number, at, text, isQuestion: false });

function questionIn(block: Block, shared: Shared, beside: Beside, job: Job): ExchangeQuestion {
  if (!block.isQuestion) throw new Refused('Hay texto entre las preguntas: las instrucciones van antes de la primera');
  if (block.text.length > longest) throw new Refused('La pregunta es demasiado larga');
  const { question, problems, media, outcome } = readWrittenQuestion(block.text, shared, beside);
  const [first] = problems;
  if (!question || first) throw new Refused(first ? `${first.problem}. ${first.remedy}` : 'La pregunta no se entiende');
  if (outcome) job.lose('Se perdió el resultado, que se numera dentro de su curso');
  return exchanged(question, media);
}

function exchanged({ meta, ...question }: Question, media: ExchangeQuestion['media']): ExchangeQuestion {
  const { category, topic, difficulty, outcome, territories, tags } = meta;
  return {
    ...question,
    name: null,
    ...{ category, topic, difficulty, outcome, territories, tags },
    answerKey: question.answerKey as ExchangeQuestion['answerKey'],
    media: media.map(({ sha, mediaType, bytes, name }) => ({ sha, mediaType, bytes, name })),
  };
}
