import { giftAnswers } from './gift-answers.ts';
import { cutAt, hide, htmlIn, notesIn, show, styled } from './gift-syntax.ts';
import { type Job, nameFor, type Piece, questionOf } from './job.ts';
import { linesOf } from './lines.ts';
import { type Note, readNotes } from './notes.ts';
import { pathOf } from './paths.ts';
import type { Known } from './recognise.ts';
import { Refused } from './refused.ts';

/** Lines up to an empty one: a question, with the comments that stand before it. */
type Item = { line: number; at: number; text: string; notes: Note[] };

/** GIFT: questions parted by empty lines; `$CATEGORY: a/b` says where those below it belong. */
export function* readGift({ text }: Known): Generator<Piece> {
  let category: string[] = [];
  for (const item of itemsOf(text)) {
    const moved = /^\$CATEGORY:([^\n]*)(\n|$)/.exec(item.text);
    if (moved) category = pathOf(moved[1] ?? '');
    const rest = moved ? item.text.slice(moved[0].length) : item.text;
    if (!rest.trim()) continue;
    const place = category;
    const line = moved ? item.line + 1 : item.line;
    yield { line, at: item.at, read: (job) => questionIn(rest, place, item.notes, job) };
  }
}

function* itemsOf(text: string): Generator<Item> {
  let [lines, notes, start]: [string[], Note[], number] = [[], [], 0];
  for (const { text: written, number, at } of linesOf(text)) {
    const line = written.trim();
    if (line.startsWith('//')) {
      notes.push(...notesIn(line));
      continue;
    }
    if (line) {
      if (lines.length === 0) start = number;
      lines.push(line);
    }
    if (line || lines.length === 0) continue;
    yield { line: start, at, text: lines.join('\n'), notes };
    [lines, notes] = [[], []];
  }
  if (lines.length > 0) yield { line: start, at: 1, text: lines.join('\n'), notes };
}

function questionIn(text: string, category: string[], notes: Note[], job: Job) {
  const { name, rest } = nameIn(hide(text));
  const { before, answers, after } = cutBlock(rest);
  const { text: start, manner } = styled(before, 'moodle');
  const written = after.trim() ? `${start.trimEnd()} _____ ${after.trimStart()}` : start;
  const prompt = job.needed(show(written), manner, 'el enunciado');
  const { said, feedback } = generalFeedback(answers);
  const note = (name: string) => valuesOf(notes, name)[0];
  const keys = note('claves')?.split(' ').filter(Boolean) ?? [];
  const answered = giftAnswers(said, { prompt, manner, keys, note, job });
  const given = {
    key: job.key(note('id') ?? ''),
    name: nameFor(show(name), prompt),
    category,
    tags: [...new Set(valuesOf(notes, 'tag'))],
    ...readNotes(notes, job),
  };
  return questionOf(answered, feedback && htmlIn(feedback, manner, job), given, job);
}

const valuesOf = (notes: Note[], name: string) =>
  notes.flatMap(([key, value]) => (key === name && value ? [value] : []));

function nameIn(text: string): { name: string; rest: string } {
  if (!text.startsWith('::')) return { name: '', rest: text };
  const end = text.indexOf('::', 2);
  if (end < 0) throw new Refused('El nombre parte con «::» y no termina con «::»');
  return { name: text.slice(2, end), rest: text.slice(end + 2) };
}

/** What stands before the answers, in the braces and behind them. */
function cutBlock(text: string): { before: string; answers: string; after: string } {
  const [start, end] = [text.indexOf('{'), text.indexOf('}')];
  if (start < 0 && end < 0) throw new Refused('Es un texto sin respuestas (descripción), no una pregunta');
  if (end < 0) throw new Refused('La llave «{» no se cierra antes de la línea en blanco');
  if (start < 0 || end < start) throw new Refused('Sobra una llave «}»: escribe «\\}» si es parte del texto');
  const after = text.slice(end + 1);
  if (/[{}]/.test(after)) throw new Refused('La pregunta trae más de un bloque de respuestas');
  return { before: text.slice(0, start), answers: text.slice(start + 1, end), after };
}

function generalFeedback(answers: string): { said: string; feedback: string } {
  const at = answers.lastIndexOf('####');
  if (at < 0) return { said: answers.trim(), feedback: '' };
  return { said: answers.slice(0, at).trim(), feedback: cutAt(answers.slice(at), '####')[1].trim() };
}
