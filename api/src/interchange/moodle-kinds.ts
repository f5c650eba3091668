import { wordsOf } from '../content/foreign-html.service.ts';
import { choiceOf, shortOf } from './answers.ts';
import { clozeOf } from './cloze.ts';
import { named } from './gap-keys.ts';
import { readNumber } from './decimal.policy.ts';
import { type Gap, markOf, partsOf } from './gap-text.ts';
import { letter, opaqueEach } from './ids.ts';
import type { Answered } from './job.ts';
import { moodleCalculated } from './moodle-calculated.ts';
import { unitOf } from './moodle-unit.ts';
import { moodleEssay } from './moodle-essay.ts';
import { feedbackOf, filesOf, fractionOf, htmlOf, keyOf, type MoodleQuestion, needed } from './moodle-question.ts';
import { child, children, type Node, said, saidIn } from './moodle-tree.ts';
import { numericOf, withRelative } from './numbers.ts';
import { promptEnd, usualGapPrompt } from './words.ts';
import { countAnswers, Refused } from './refused.ts';

type Read = (question: MoodleQuestion) => Answered;

const choice: Read = ({ node, prompt, job }) => {
  const options = children(node, 'answer').map((answer, i) => ({
    id: keyOf(answer, letter(i)),
    html: htmlOf(answer, job),
    feedback: feedbackOf(answer, job),
    weight: fractionOf(answer),
  }));
  return choiceOf(prompt, options, !/^(false|0)$/.test(saidIn(node, 'single')), job, node.attributes['data-regla']);
};

const trueOrFalse: Read = ({ node, prompt, job }) => {
  const answers = children(node, 'answer');
  const right = answers.find((answer) => fractionOf(answer) > 0);
  const verdict = (answer: Node) => said(answer).toLowerCase() === 'true';
  if (!right) throw new Refused('Ninguna respuesta vale el 100 %');
  const optionFeedback = Object.fromEntries(
    answers.map((answer) => [String(verdict(answer)), feedbackOf(answer, job)]),
  );
  return {
    body: { kind: 'true_false', prompt },
    solution: { kind: 'true_false', correct: verdict(right) },
    optionFeedback,
  };
};

const short: Read = ({ node, prompt, job }) => {
  const answers = children(node, 'answer').map((answer) => ({
    text: said(answer),
    weight: fractionOf(answer),
    feedback: wordsOf(feedbackOf(answer, job)),
  }));
  const matches = { matchCase: saidIn(node, 'usecase') === '1', matchAccents: node.attributes['data-tildes'] === 'si' };
  return shortOf(prompt, answers, job, matches);
};

const numeric: Read = ({ node, prompt, job }) => {
  const wrong = children(node, 'answer').filter((answer) => said(answer) === '*');
  if (wrong.some((answer) => feedbackOf(answer, job))) job.lose('Se perdió el comentario de las respuestas erradas');
  const numbers = children(node, 'answer')
    .filter((answer) => said(answer) !== '*')
    .map((answer) => nearOf(answer, feedbackOf(answer, job)));
  const answered = numericOf(prompt, unitOf(node, job), numbers, job);
  return withRelative(answered, node.attributes['data-relativa']);
};

function nearOf(answer: Node, feedback: string) {
  const text = said(answer);
  const [value, tolerance] = [readNumber(text), readNumber(saidIn(answer, 'tolerance') || '0')];
  if (!value || !tolerance) throw new Refused(`«${text.slice(0, 40)}» no es un número`);
  return { value, tolerance, weight: fractionOf(answer), feedback: wordsOf(feedback), text };
}

const matching: Read = ({ node, prompt, job }) => {
  const pairs = children(node, 'subquestion').map((pair) => {
    const answer = child(pair, 'answer');
    return { pair, answer, left: htmlOf(pair, job), right: answer ? htmlOf(answer, job, 'plain') : '' };
  });
  if (pairs.some(({ right }) => !right)) throw new Refused('Un par no tiene su segunda parte');
  const rights = [...new Map(pairs.map(({ right, answer }) => [right, answer]))];
  const names = opaqueEach(rights.map(([html]) => html));
  const idOf = new Map(
    rights.map(([html, answer], i) => [html, answer ? keyOf(answer, names[i] ?? '') : (names[i] ?? '')]),
  );
  const lefts = pairs.filter(({ left }) => left);
  const left = lefts.map(({ left: html, pair }, i) => ({ id: keyOf(pair, letter(i)), html }));
  const right = [...idOf].map(([html, id]) => ({ id, html })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const key = Object.fromEntries(left.map(({ id }, i) => [id, idOf.get(lefts[i]?.right ?? '') ?? '']));
  if (node.attributes['data-clase'] === 'clasificar')
    return {
      body: { kind: 'categorise', prompt, items: left, bins: right },
      solution: { kind: 'categorise', bins: key },
    };
  return { body: { kind: 'matching', prompt, left, right }, solution: { kind: 'matching', pairs: key } };
};

const ordering: Read = ({ node, prompt, job }) => {
  const answers = children(node, 'answer');
  const texts = answers.map((answer) => needed(answer, job, 'el texto de un elemento'));
  const names = opaqueEach(texts);
  const items = texts.map((html, i) => ({ id: keyOf(answers[i]!, names[i]!), html }));
  const rule = saidIn(node, 'gradingtype');
  if (rule && rule !== 'RELATIVE_NEXT_EXCLUDE_LAST')
    job.lose('El puntaje parcial pasa a contarse por vecinos en su orden');
  const order = items.map(({ id }) => id);
  return {
    body: { kind: 'ordering', prompt, items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
    solution: { kind: 'ordering', order },
  };
};

const cloze: Read = ({ node, job, nesting }) => {
  const text = child(node, 'questiontext');
  const attached = filesOf(text);
  const written = said(text);
  const at = written.indexOf(promptEnd);
  const prompt = at < 0 ? usualGapPrompt : job.html(written.slice(0, at), 'html', attached);
  const { html, gaps, keys } = named(
    clozeOf(at < 0 ? written : written.slice(at + promptEnd.length), nesting, job, attached),
    node.attributes['data-claves'],
  );
  return gapsOf(prompt, job.html(html, 'html', attached), gaps, keys, job);
};

function gapsOf(
  prompt: string,
  html: string,
  gaps: Gap[],
  keys: Extract<Answered['solution'], { kind: 'gaps' }>['gaps'],
  job: MoodleQuestion['job'],
): Answered {
  return {
    body: { kind: 'gaps', prompt, parts: partsOf(html, gaps, job) },
    solution: { kind: 'gaps', gaps: keys },
  };
}

/** `[[1]]` is filled with the first of the words of its group. */
const words =
  (tag: string): Read =>
  ({ node, job }) => {
    const text = child(node, 'questiontext');
    const boxes = children(node, tag).map((box) => ({ group: saidIn(box, 'group') || '1', html: htmlOf(box, job) }));
    const gaps: Gap[] = [];
    const keys: Extract<Answered['solution'], { kind: 'gaps' }>['gaps'] = {};
    const marked = said(text).replace(/\[\[(\d{1,3})\]\]/g, (_, number: string) => {
      const right = boxes[Number(number) - 1];
      if (!right) throw new Refused(`El espacio [[${number}]] no tiene respuesta`);
      const id = `h${gaps.length + 1}`;
      countAnswers(gaps.length + 1);
      const options = boxes.filter(({ group }) => group === right.group);
      gaps.push({ type: 'choice', id, options: options.map(({ html }, i) => ({ id: letter(i), html })) });
      keys[id] = { type: 'choice', correct: letter(options.indexOf(right)) };
      return markOf(gaps.length - 1);
    });
    return gapsOf(usualGapPrompt, job.html(marked, 'html', filesOf(text)), gaps, keys, job);
  };

const kinds: Record<string, Read> = {
  multichoice: choice,
  truefalse: trueOrFalse,
  shortanswer: short,
  numerical: numeric,
  matching,
  ordering,
  essay: moodleEssay,
  cloze,
  multianswer: cloze,
  ddwtos: words('dragbox'),
  gapselect: words('selectoption'),
  calculated: moodleCalculated,
  calculatedsimple: moodleCalculated,
};

const foreign: Record<string, string> = {
  description: 'Es un texto sin respuestas (descripción), no una pregunta',
  ddmarker: 'Las marcas sobre una imagen (ddmarker) no se importan: hazla como zona en imagen',
  ddimageortext: 'Arrastrar sobre una imagen (ddimageortext) no se importa: hazla como zona en imagen',
  calculatedmulti: 'Las calculadas de opción múltiple no existen aquí',
  random: 'Una pregunta al azar no trae texto: sortea desde la categoría',
  randomsamatch: 'El pareo al azar no trae texto propio',
};

/** How a question of this type is read. Refuses types that have no counterpart here. */
export function moodleKind(type: string): Read {
  if (Object.hasOwn(kinds, type)) return kinds[type]!;
  throw new Refused(Object.hasOwn(foreign, type) ? foreign[type] : `El tipo «${type.slice(0, 40)}» no existe aquí`);
}
/** Whose text is made by its kind, and not the prompt. */
export const isGapText = (type: string) => /^(cloze|multianswer|ddwtos|gapselect)$/.test(type);
