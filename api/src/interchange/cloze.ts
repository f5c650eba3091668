import { wordsOf } from '../content/foreign-html.service.ts';
import type { AnswerKey } from '../content/question.schema.ts';
import { acceptedOf, isWhole } from './answers.ts';
import { type Gap, markOf } from './gap-text.ts';
import { letter } from './ids.ts';
import type { Attached, Job } from './job.ts';
import { oneNumber, rangeOf } from './numbers.ts';
import { countAnswers, Refused } from './refused.ts';

/*
 * Answers inside a text, as Moodle writes them: {weight:KIND:=right#feedback~%50%half~wrong}. A backslash takes its
 * meaning from } # ~ / " and itself. https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
 */
type Keys = Extract<AnswerKey, { kind: 'gaps' }>['gaps'];
type GapKey = Keys[string];
export type Cloze = { html: string; gaps: Gap[]; keys: Keys };
/** An answer as it was written: marks of HTML and all. */
type Written = { weight: number; text: string; feedback: string };
type Made = { gap: Gap; key: GapKey };

const start = /^\{(\d{0,3}):([A-Z_]{2,22}):/;
const texts = /^(SHORTANSWER|SA|MW)(_C|C)?$/;
const numbers = /^(NUMERICAL|NM)$/;
const choices = /^(MULTICHOICE|MC)(_?[VHS]{1,2})?$/;
const shown = /\\([}#~/"\\])/g;

/** A text whose gaps became marks, and what fills each. Refuses what fits no gap of ours, and answers nested too deep. */
export function clozeOf(text: string, nesting: number, job: Job, attached: Attached): Cloze {
  const cloze: Cloze = { html: '', gaps: [], keys: {} };
  const weights = new Set<string>();
  let from = 0;
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
    const head = start.exec(text.slice(at, at + 40));
    if (!head) continue;
    const end = closingOf(text, at, nesting);
    const [opening, weight = '', kind = ''] = head;
    const { gap, key } = gapOf(`h${cloze.gaps.length + 1}`, kind, text.slice(at + opening.length, end), job, attached);
    cloze.html += text.slice(from, at) + markOf(cloze.gaps.length);
    cloze.gaps.push(gap);
    cloze.keys[gap.id] = key;
    weights.add(weight || '1');
    countAnswers(cloze.gaps.length);
    from = at = end + 1;
    at--;
  }
  cloze.html += text.slice(from);
  if (weights.size > 1) job.lose('Los espacios valían distinto; aquí cada uno vale lo mismo');
  return cloze;
}

/** Where the braces that open at `at` close. */
function closingOf(text: string, at: number, nesting: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const sign = text[i];
    if (sign === '\\') i++;
    else if (sign === '{') checkNested(text, i, ++depth, nesting);
    else if (sign === '}' && --depth === 0) return i;
  }
  throw new Refused('Un espacio «{…}» no se cierra');
}

function checkNested(text: string, at: number, depth: number, nesting: number): void {
  if (depth > nesting) throw new Refused(`Hay más de ${nesting} llaves una dentro de otra`);
  if (depth > 1 && start.test(text.slice(at, at + 40))) throw new Refused('Hay un espacio dentro de otro');
}

function gapOf(id: string, kind: string, inside: string, job: Job, attached: Attached): Made {
  const answers = answersIn(inside);
  if (texts.test(kind)) return textGap(id, answers, /C$/.test(kind), job);
  if (numbers.test(kind)) return numberGap(id, answers, job);
  if (choices.test(kind)) return choiceGap(id, answers, job, attached);
  throw new Refused(`El espacio de clase ${kind} no existe aquí`);
}

function answersIn(inside: string): Written[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === '\\') i++;
    else if (inside[i] === '~') {
      parts.push(inside.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, inside.slice(from)].filter((part) => part.trim()).map(answerOf);
}

const weight = /^%(-?\d{1,3}(?:[.,]\d{0,9})?)%/;

function answerOf(part: string): Written {
  const written = part.trim();
  const isRight = written.startsWith('=');
  const rest = isRight ? written.slice(1) : written;
  const found = weight.exec(rest);
  const body = found ? rest.slice(found[0].length) : rest;
  const cut = signAt(body, '#');
  return {
    weight: found ? Number(found[1]?.replace(',', '.')) : isRight ? 100 : 0,
    text: body.slice(0, cut).replace(shown, '$1').trim(),
    feedback: wordsOf(body.slice(cut + 1)),
  };
}

/** The first sign that means itself; entities of HTML like `&#39;` hold one that does not. */
function signAt(text: string, sign: string): number {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === sign && text[i - 1] !== '&') return i;
  }
  return text.length;
}

function textGap(id: string, answers: Written[], matchCase: boolean, job: Job): Made {
  const accepted = acceptedOf(
    answers.map((answer) => ({ ...answer, text: wordsOf(answer.text) })),
    job,
  );
  return { gap: { type: 'text', id }, key: { type: 'text', accepted, matchCase, matchAccents: false } };
}

function numberGap(id: string, answers: Written[], job: Job): Made {
  const near = answers
    .filter(({ text, weight }) => text !== '*' || weight > 0)
    .map(({ text, ...rest }) => ({ text, ...rest, ...rangeOf(wordsOf(text)) }));
  return { gap: { type: 'number', id }, key: { type: 'number', ...oneNumber(near, job), relative: false } };
}

function choiceGap(id: string, answers: Written[], job: Job, attached: Attached): Made {
  const options = answers.map(({ text }, i) => ({
    id: letter(i),
    html: job.needed(text, 'html', 'una alternativa', attached),
  }));
  if (answers.some(({ feedback }) => feedback)) job.lose('Se perdieron los comentarios de un espacio');
  const right = answers.flatMap(({ weight }, i) => (isWhole(weight) ? [letter(i)] : []));
  if (answers.some(({ weight }) => weight !== 0 && !isWhole(weight)))
    job.lose('Las alternativas a medias de un espacio valen 0 %');
  if (right.length > 1) throw new Refused('Una lista tiene más de una alternativa correcta');
  if (!right[0]) throw new Refused('Una lista no tiene alternativa correcta');
  return { gap: { type: 'choice', id, options }, key: { type: 'choice', correct: right[0] } };
}
