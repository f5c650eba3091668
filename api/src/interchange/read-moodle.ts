import { wordsOf } from '../content/foreign-html.service.ts';
import type { QuestionBody } from '../content/question.schema.ts';
import type { Limits } from './exchange.schema.ts';
import { type Job, nameFor, type Piece, questionOf } from './job.ts';
import { isGapText, moodleKind } from './moodle-kinds.ts';
import { htmlOf, needed } from './moodle-question.ts';
import { child, children, type Node, questionsIn, said, saidIn } from './moodle-tree.ts';
import { isNote, type Note, readNotes, thousandths } from './notes.ts';
import { pathOf } from './paths.ts';
import type { Known } from './recognise.ts';

/** Questions of Moodle; one of type `category` says where those after it belong. */
export function* readMoodle({ text }: Known, limits: Limits): Generator<Piece> {
  let category: string[] = [];
  for (const { node, at } of questionsIn(text.replace(/^\ufeff/, '').trimStart(), limits)) {
    if (node.attributes['type'] === 'category') {
      category = pathOf(saidIn(node, 'category'));
      continue;
    }
    const place = category;
    yield { line: node.line, at, read: (job) => questionIn(node, place, limits.nesting, job) };
  }
}

function questionIn(node: Node, category: string[], nesting: number, job: Job) {
  const type = node.attributes['type'] ?? '';
  const read = moodleKind(type);
  const prompt = isGapText(type) ? '' : needed(child(node, 'questiontext'), job, 'el enunciado');
  const answered = read({ node, prompt, job, nesting });
  tellLosses(node, job);
  const tags = children(child(node, 'tags'), 'tag').map(said).filter(Boolean);
  const notes = tags.map(noteOf);
  const given = {
    key: job.key(saidIn(node, 'idnumber')),
    name: nameIn(saidIn(node, 'name'), answered.body),
    category,
    points: pointsOf(saidIn(node, 'defaultgrade'), job),
    tags: [...new Set(tags.filter((_, i) => notes[i] === null))],
    ...readNotes(
      notes.filter((note) => note !== null),
      job,
    ),
  };
  return questionOf(answered, htmlOf(child(node, 'generalfeedback'), job), given, job);
}

/** A name that only repeats how the question starts says nothing; a text with gaps may start with either of its texts. */
function nameIn(written: string, body: QuestionBody): string | null {
  const name = nameFor(written, body.prompt);
  if (name === null || body.kind !== 'gaps') return name;
  return nameFor(name, body.parts.map((part) => (part.type === 'html' ? part.html : ' ')).join(''));
}

/** A tag like `dificultad:3` says what Moodle has no place for. */
function noteOf(tag: string): Note | null {
  const at = tag.indexOf(':');
  const name = tag.slice(0, at);
  return at > 0 && isNote(name) && name !== 'puntos' ? [name, tag.slice(at + 1)] : null;
}

function pointsOf(written: string, job: Job): number {
  const points = written ? thousandths(written) : 1000;
  if (points === null) job.lose(`El puntaje «${written.slice(0, 20)}» no cabe; queda en 1`);
  return points ?? 1000;
}

/** What Moodle says when nobody wrote anything. */
const usual =
  /^(((tu|su|your) )?(respuesta|answer)( es| is)? (parcialmente |partially )?(correcta|incorrecta|correct|incorrect)\.?)?$/i;
const usualPenalties = [0, 0.1, 0.3333333, 1];

/** What a question of Moodle may bring that has no place here. */
function tellLosses(node: Node, job: Job): void {
  const penalty = Number(saidIn(node, 'penalty') || 0);
  if (!usualPenalties.some((one) => Math.abs(one - penalty) < 0.000_01))
    job.lose('Se perdió la penalización por intento');
  if (children(node, 'hint').some((hint) => said(hint))) job.lose('Se perdieron las pistas');
  if (saidIn(node, 'hidden') === '1') job.lose('En Moodle estaba oculta; aquí no');
  const combined = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].map((name) =>
    wordsOf(saidIn(node, name)),
  );
  if (combined.some((text) => !usual.test(text)))
    job.lose('Se perdieron los comentarios para respuesta correcta, parcial o errada');
}
