import { letter, opaqueEach } from './ids.ts';
import type { Answered, Job } from './job.ts';
import { credits } from './words.ts';
import { Refused } from './refused.ts';
import { cellHtml, type Row, type Settings, withoutKey } from './table-row.ts';
import { barred, marginOf, numberOf } from './table-answers.ts';
import { tableGaps } from './table-gaps.ts';

export type TableQuestion = { row: Row; job: Job; settings: Settings; prompt: string };
export type TableKind = (question: TableQuestion) => Answered;
type Read = TableKind;

const choice =
  (kind: 'single' | 'multiple'): Read =>
  ({ row, job, settings, prompt }) => {
    const written = row.alternatives().map(({ text, feedback }, i) => {
      const { id, text: words } = withoutKey(text);
      return { id: id ?? letter(i), html: cellHtml(words, job), feedback: cellHtml(feedback, job) };
    });
    const options = written.map(({ id, html }) => ({ id, html }));
    const right = rightOf(
      row,
      options.map(({ id }) => id),
    );
    const optionFeedback = Object.fromEntries(written.map(({ id, feedback }) => [id, feedback]));
    if (kind === 'multiple')
      return {
        body: { kind, prompt, options },
        solution: { kind, correct: right, credit: creditOf(settings) },
        optionFeedback,
      };
    if (right.length > 1) throw new Refused('Hay más de una respuesta en una de opción única');
    return { body: { kind, prompt, options }, solution: { kind, correct: right[0] ?? '' }, optionFeedback };
  };

/** The keys that the answer names, or numbers of alternatives where no key is a number. */
function rightOf(row: Row, ids: string[]): string[] {
  row.needed('respuesta', 'la respuesta');
  return row.listed('respuesta', /[\s,;|]+/).map((written) => {
    const id = written.toLowerCase();
    if (ids.includes(id)) return id;
    const counted = /^\d{1,2}$/.test(id) ? ids[Number(id) - 1] : undefined;
    if (counted === undefined)
      throw new Refused(`La respuesta «${written.slice(0, 40)}» no es ninguna de las alternativas`);
    return counted;
  });
}

function creditOf(settings: Settings) {
  const written = settings.get('credito') ?? 'neto';
  const credit = credits.get(written);
  if (!credit) throw new Refused(`El crédito «${written.slice(0, 40)}» no existe`);
  return credit;
}

const trueOrFalse: Read = ({ row, job, prompt }) => {
  const said = row.needed('respuesta', 'la respuesta').toLowerCase();
  if (!/^(v|verdadero|true|1|f|falso|false|0)$/.test(said)) throw new Refused('La respuesta es «verdadero» o «falso»');
  const solution = { kind: 'true_false', correct: /^(v|verdadero|true|1)$/.test(said) } as const;
  const optionFeedback = { true: row.html('comentario-1', job), false: row.html('comentario-2', job) };
  return { body: { kind: 'true_false', prompt }, solution, optionFeedback };
};

const numeric: Read = ({ row, prompt }) => {
  const value = numberOf(row.needed('respuesta', 'la respuesta'));
  const solution = { kind: 'numeric', value, ...marginOf(row.text('tolerancia')) } as const;
  return { body: { kind: 'numeric', prompt, unit: row.text('unidad') || null }, solution };
};

const short: Read = ({ row, settings, prompt }) => {
  const accepted = [...new Set(barred(row.needed('respuesta', 'la respuesta')))];
  const rules = { matchCase: settings.isYes('mayusculas'), matchAccents: settings.isYes('tildes') };
  return { body: { kind: 'short', prompt }, solution: { kind: 'short', accepted, ...rules } };
};

/** `uno => dos`: an item and where it belongs; without the item, somewhere that nothing does. */
function rowsOf(row: Row, job: Job) {
  const written = row.alternatives().map(({ text }) => {
    const at = text.indexOf('=>');
    if (at < 0) throw new Refused(`A «${text.slice(0, 40)}» le falta «=>»`);
    return [text.slice(0, at), text.slice(at + 2).trim()].map((side) => withoutKey(side)) as [Side, Side];
  });
  const rights = new Map(written.map(([, right]) => [`${right.id ?? ''})${cellHtml(right.text, job)}`, right.id]));
  const names = opaqueEach([...rights.keys()]);
  const idOf = new Map([...rights].map(([said, id], i) => [said, id ?? names[i] ?? '']));
  const right = [...idOf].map(([said, id]) => ({ id, html: said.slice(said.indexOf(')') + 1) }));
  if (right.some(({ html }) => !html)) throw new Refused('A un par le falta su segunda parte');
  const lefts = written.filter(([left]) => left.text.trim());
  const left = lefts.map(([{ id, text }], i) => ({ id: id ?? letter(i), html: cellHtml(text, job) }));
  const pairs = Object.fromEntries(
    left.map(({ id }, i) => [
      id,
      idOf.get(`${lefts[i]?.[1].id ?? ''})${cellHtml(lefts[i]?.[1].text ?? '', job)}`) ?? '',
    ]),
  );
  return { left, right: right.sort((a, b) => (a.id < b.id ? -1 : 1)), pairs };
}
type Side = { id: string | null; text: string };

const matching: Read = ({ row, job, prompt }) => {
  const { left, right, pairs } = rowsOf(row, job);
  return { body: { kind: 'matching', prompt, left, right }, solution: { kind: 'matching', pairs } };
};

const categorise: Read = ({ row, job, prompt }) => {
  const { left: items, right: bins, pairs } = rowsOf(row, job);
  return { body: { kind: 'categorise', prompt, items, bins }, solution: { kind: 'categorise', bins: pairs } };
};

const ordering: Read = ({ row, job, prompt }) => {
  const written = row.alternatives().map(({ text }) => withoutKey(text));
  const texts = written.map(({ text }) => cellHtml(text, job));
  const names = opaqueEach(texts);
  const items = texts.map((html, i) => ({ id: written[i]?.id ?? names[i] ?? '', html }));
  const order = items.map(({ id }) => id);
  return {
    body: { kind: 'ordering', prompt, items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
    solution: { kind: 'ordering', order },
  };
};

/** `a: 1 a 10 paso 0,5` */
const range = /^([a-z][a-z0-9_]{0,19})\s*:\s*(\S{1,30})\s+a\s+(\S{1,30})(?:\s+paso\s+(\S{1,30}))?$/;

const calculated: Read = ({ row, settings, prompt }) => {
  const variables = row.alternatives().map(({ text }) => {
    const [, name, min, max, step = '1'] = range.exec(text) ?? [];
    if (!name || !min || !max) throw new Refused(`«${text.slice(0, 40)}» no es un rango: «a: 1 a 10 paso 1»`);
    return { name, min: numberOf(min), max: numberOf(max), step: numberOf(step) };
  });
  const formula = row.needed('respuesta', 'la fórmula');
  const decimals = countOf(settings, 'decimales', 6) ?? 2;
  const solution = { kind: 'calculated', variables, formula, ...marginOf(row.text('tolerancia')), decimals } as const;
  return { body: { kind: 'calculated', prompt, unit: row.text('unidad') || null }, solution };
};

function countOf(settings: Settings, name: string, most: number): number | null {
  const written = settings.get(name);
  if (written === undefined) return null;
  const count = Number(written);
  if (/^\d{1,10}$/.test(written) && count <= most) return count;
  throw new Refused(`El ajuste «${name}» es un entero de 0 a ${most}`);
}

const essay: Read = ({ row, job, settings, prompt }) => {
  const body = {
    kind: 'essay',
    prompt,
    minWords: countOf(settings, 'min', 100_000),
    maxWords: countOf(settings, 'max', 100_000),
  } as const;
  return { body, solution: { kind: 'essay', guide: row.html('respuesta', job) || null } };
};

const file: Read = ({ row, job, settings, prompt }) => {
  const types = (settings.get('tipos') ?? '').split(/[\s,]+/).filter(Boolean);
  const maxFiles = countOf(settings, 'archivos', 20) ?? 1;
  const maxBytes = countOf(settings, 'bytes', 1_000_000_000) ?? 10_000_000;
  return {
    body: { kind: 'file', prompt, maxFiles, maxBytes, types },
    solution: { kind: 'file', guide: row.html('respuesta', job) || null },
  };
};

/** How a row of each kind is read, by its name in the column `tipo`. */
export const tableKinds: Record<string, Read> = {
  'opcion-unica': choice('single'),
  'opcion-multiple': choice('multiple'),
  'verdadero-falso': trueOrFalse,
  numerica: numeric,
  'texto-corto': short,
  pareados: matching,
  ordenar: ordering,
  completar: tableGaps,
  clasificar: categorise,
  calculada: calculated,
  ensayo: essay,
  archivo: file,
};
