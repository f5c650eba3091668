import { type Gap, markOf, partsOf } from './gap-text.ts';
import { letter } from './ids.ts';
import type { Answered, Job } from './job.ts';
import { Refused } from './refused.ts';
import { barred, marginOf, numberOf } from './table-answers.ts';
import { cellHtml, isHtml, type Row, withoutKey } from './table-row.ts';
import { usualGapPrompt } from './words.ts';

type Keys = Extract<Answered['solution'], { kind: 'gaps' }>['gaps'];
type Made = { gap: Gap; key: Keys[string] };

/** `[[1]]` in the text is what the first alternative fills, or `[[ley]]` the one whose key is `ley`. */
export function tableGaps({ row, job, prompt }: { row: Row; job: Job; prompt: string }): Answered {
  const made = row.alternatives().map(({ text }, i) => gapOf(text, i, job));
  const gaps: Gap[] = [];
  const text = row.text('texto') || row.text('enunciado');
  const marked = text.replace(/\[\[([a-z0-9-]{1,40})\]\]/g, (_, name: string) => {
    const found = made.find(({ gap }) => gap.id === name) ?? made[Number(name) - 1];
    if (!found) throw new Refused(`El espacio [[${name}]] no tiene su alternativa`);
    if (gaps.includes(found.gap)) throw new Refused(`El espacio [[${name}]] está dos veces`);
    return markOf(gaps.push(found.gap) - 1);
  });
  if (gaps.length < made.length) throw new Refused('Una alternativa no tiene su espacio en el texto: «[[1]]»');
  const html = job.html(marked, isHtml(marked) ? 'html' : 'plain');
  const keys = Object.fromEntries(made.map(({ gap, key }) => [gap.id, key]));
  const asked = row.text('texto') ? prompt : usualGapPrompt;
  return {
    body: { kind: 'gaps', prompt: asked, parts: partsOf(html, gaps, job) },
    solution: { kind: 'gaps', gaps: keys },
  };
}

const form = /^(texto|n[uú]mero|lista)((?:\s+(?:mayusculas|tildes)){0,2})\s*:\s*/;

/** `texto: Santiago | Stgo`, `número: 7 ± 0,5`, `lista: *a) uno | b) dos` */
function gapOf(cell: string, index: number, job: Job): Made {
  const { id, text } = withoutKey(cell);
  const [whole, kind, rules] = form.exec(text) ?? [];
  if (whole === undefined || kind === undefined)
    throw new Refused(`«${text.slice(0, 40)}» no dice de qué clase es: «texto: …», «número: …» o «lista: …»`);
  const rest = text.slice(whole.length);
  const name = id ?? `h${index + 1}`;
  if (kind === 'lista') return listGap(name, rest, job);
  return kind === 'texto' ? textGap(name, rest, rules ?? '') : numberGap(name, rest);
}

function textGap(id: string, written: string, rules: string): Made {
  const matches = { matchCase: rules.includes('mayusculas'), matchAccents: rules.includes('tildes') };
  return { gap: { type: 'text', id }, key: { type: 'text', accepted: [...new Set(barred(written))], ...matches } };
}

function numberGap(id: string, written: string): Made {
  const [value = '', margin = ''] = written.split('±').map((part) => part.trim());
  return { gap: { type: 'number', id }, key: { type: 'number', value: numberOf(value), ...marginOf(margin) } };
}

function listGap(id: string, written: string, job: Job): Made {
  const options = barred(written).map((text, i) => {
    const isRight = text.startsWith('*');
    const { id: name, text: words } = withoutKey(isRight ? text.slice(1) : text);
    return { isRight, option: { id: name ?? letter(i), html: cellHtml(words, job) } };
  });
  const right = options.filter(({ isRight }) => isRight);
  if (right.length !== 1) throw new Refused('Una lista marca con «*» su única opción correcta');
  return {
    gap: { type: 'choice', id, options: options.map(({ option }) => option) },
    key: { type: 'choice', correct: right[0]?.option.id ?? '' },
  };
}
