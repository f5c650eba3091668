import { type GiftAnswer, type GiftQuestion, answerOf, htmlIn, show, splitAt } from './gift-syntax.ts';
import { letter, opaqueEach } from './ids.ts';
import type { Answered } from './job.ts';
import { choiceOf, shortOf } from './answers.ts';
import { giftNumber } from './gift-number.ts';
import { countAnswers, Refused } from './refused.ts';

const yes = /^(t|true|v|verdadero)$/i;
const no = /^(f|false|falso)$/i;

/** Reads what the braces hold; its signs say of which kind the question is. */
export function giftAnswers(said: string, question: GiftQuestion): Answered {
  if (!said) {
    const { prompt } = question;
    return {
      body: { kind: 'essay', prompt, minWords: null, maxWords: null },
      solution: { kind: 'essay', guide: null },
    };
  }
  if (said.startsWith('#')) return giftNumber(said.slice(1), question);
  const [verdict = ''] = said.split('#', 1);
  if (yes.test(verdict.trim()) || no.test(verdict.trim())) return trueOrFalse(said, question);
  return listed(said, question);
}

function listed(said: string, question: GiftQuestion): Answered {
  const { head, parts } = splitAt(said, /(?=[~=])/);
  countAnswers(parts.length);
  if (!/^[~=]/.test(said) && head.trim())
    throw new Refused('Las respuestas no parten con «=» ni con «~»; escribe «\\=» o «\\~» si son parte del texto');
  const answers = (/^[~=]/.test(said) ? [head, ...parts] : parts).map(answerOf);
  if (said.includes('~')) return choices(mended(answers), question);
  return answers.every(({ text }) => text.includes('->')) ? matching(answers, question) : short(answers, question);
}

/** `~=` is an odd way to write `=`. */
const mended = (answers: GiftAnswer[]) =>
  answers.filter((answer, i) => answer.right || answer.text || answer.weight !== null || !answers[i + 1]?.right);

/** `{TRUE#what is said of a wrong answer#and of a right one}` */
function trueOrFalse(said: string, { prompt, manner, job }: GiftQuestion): Answered {
  const [verdict = '', ...feedback] = said.split('#');
  const [wrong = '', right = ''] = feedback.map((text) => htmlIn(text, manner, job));
  const correct = yes.test(verdict.trim());
  return {
    body: { kind: 'true_false', prompt },
    solution: { kind: 'true_false', correct },
    optionFeedback: { [String(correct)]: right, [String(!correct)]: wrong },
  };
}

/** One right alternative, or, where none is marked with `=`, as many as have a weight above zero. */
function choices(answers: GiftAnswer[], { prompt, manner, keys, note, job }: GiftQuestion): Answered {
  const single = answers.some(({ right }) => right);
  const options = answers.map((answer, i) => ({
    id: keys[i] ?? letter(i),
    html: htmlIn(answer.text, manner, job),
    feedback: htmlIn(answer.feedback, manner, job),
    weight: answer.weight ?? (answer.right ? 100 : 0),
  }));
  return choiceOf(prompt, options, single, job, note('regla'));
}

function matching(answers: GiftAnswer[], { prompt, manner, keys, job }: GiftQuestion): Answered {
  const pairs = answers.map(({ text, feedback }) => {
    if (feedback) job.lose('Se perdió el comentario de un par');
    const at = text.indexOf('->');
    return [text.slice(0, at), text.slice(at + 2)].map((side) => htmlIn(side, manner, job)) as [string, string];
  });
  const lefts = pairs.filter(([left]) => left);
  const rights = [...new Set(pairs.map(([, right]) => right))];
  if (rights.includes('')) throw new Refused('Un par no tiene su segunda parte');
  const names = opaqueEach(rights);
  const idOf = (right: string) => keys[lefts.length + rights.indexOf(right)] ?? names[rights.indexOf(right)] ?? '';
  const left = lefts.map(([html], i) => ({ id: keys[i] ?? letter(i), html }));
  const right = rights.map((html) => ({ id: idOf(html), html })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const solution = {
    kind: 'matching',
    pairs: Object.fromEntries(left.map(({ id }, i) => [id, idOf(lefts[i]?.[1] ?? '')])),
  } as const;
  return { body: { kind: 'matching', prompt, left, right }, solution };
}

function short(answers: GiftAnswer[], { prompt, note, job }: GiftQuestion): Answered {
  const accepted = answers.map(({ weight, text, feedback }) => ({ weight: weight ?? 100, text: show(text), feedback }));
  const rules = note('distingue') ?? '';
  return shortOf(prompt, accepted, job, {
    matchCase: rules.includes('mayusculas'),
    matchAccents: rules.includes('tildes'),
  });
}
