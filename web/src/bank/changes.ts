import type { Schemas } from '../api/client.ts';
import { points } from '../ui/format.ts';
import { says } from './form-words.ts';

type Version = Schemas['BankQuestion']['versions'][number];
export type Change = { name: string; before: string; after: string };

const wordsOf = (html: string) =>
  html
    .replace(/<img\b[^>]*>/g, ' [imagen] ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\s+/g, ' ')
    .trim();

/** Every value of a question by its place, phrases as words. */
function leaves(value: unknown, path: string[] = []): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each, i) => leaves(each, [...path, nameOf(each, i)]));
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]));
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return [[path.join('.'), wordsOf(text)]];
}

const nameOf = (each: unknown, i: number) =>
  typeof each === 'object' && each !== null && 'id' in each ? String(each.id) : String(i + 1);

const names: Record<string, string> = {
  prompt: says.prompt,
  options: 'Alternativa',
  optionFeedback: 'Comentario',
  feedback: says.feedback,
  correct: 'Correcta',
  credit: says.credit,
  value: says.value,
  tolerance: says.tolerance,
  unit: says.unit,
  items: 'Elemento',
  left: 'Elemento',
  right: 'Respuesta',
  bins: 'Grupo',
  pairs: 'Par',
  order: 'Orden',
  parts: 'Texto',
  gaps: 'Hueco',
  accepted: says.accepted,
  formula: says.formula,
  variables: 'Variable',
  areas: 'Zona',
  picture: says.picture,
  guide: says.guide,
};

/** `body.options.b.html` as «Alternativa b». */
function titleOf(path: string): string {
  const [, first = '', ...rest] = path.split('.');
  const more = rest.filter((part) => !['html', 'type', 'id'].includes(part)).join(' ');
  return [names[first] ?? first, more].filter(Boolean).join(' ');
}

const partsOf = ({ body, answerKey }: Version) =>
  new Map(leaves({ body, answerKey }).filter(([at]) => !/\.(id|kind)$/.test(at)));

/** What a version says otherwise than the one before. */
export function changesOf(version: Version, before: Version): Change[] {
  const [now, then] = [partsOf(version), partsOf(before)];
  const places = [...new Set([...then.keys(), ...now.keys()])];
  const found = places.flatMap((at): Change[] => {
    const [old = '', next = ''] = [then.get(at), now.get(at)];
    return old === next ? [] : [{ name: titleOf(at), before: old, after: next }];
  });
  if (version.points === before.points) return found;
  return [{ name: says.points, before: points(before.points), after: points(version.points) }, ...found];
}
