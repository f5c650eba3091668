import type { Schemas } from '../api/client.ts';

type Wording = Schemas['BankQuestion']['source'];
type Part = Extract<Wording['body'], { kind: 'gaps' }>['parts'][number];
type Gaps = Extract<Wording['answerKey'], { kind: 'gaps' }>['gaps'];
type Gap = Gaps[string];
type Option = { id: string; html: string };

/**
 * A text with holes in one piece, as content/ writes it: `:hueco[acta | minuta]{#cierre}` takes any of these,
 * `:hueco-numero[3,5]{#km tolerancia="5 %"}` a number, and `:hueco-lista[a) Norte | b) Sur]{#zona respuesta=b}` one of a list.
 */
const hole = /:hueco(-numero|-lista)?\[([^\]]*)\](?:\{([^}]*)\})?/g;

type Hole = { id: string; attributes: Map<string, string>; inside: string[] };

function attributesOf(text: string): Map<string, string> {
  const found = text.matchAll(/#([a-z0-9][a-z0-9-]*)|([a-z]+)=(?:"([^"]*)"|([^\s"]+))/g);
  return new Map(
    Array.from(found, ([, id, name = '', quoted, bare]) => (id ? ['id', id] : [name, quoted ?? bare ?? ''])),
  );
}

/** What stands in a hole, cut at its bars. */
const cut = (text: string) =>
  text
    .split('|')
    .map((each) => each.trim())
    .filter(Boolean);

const texts = ({ id, inside, attributes }: Hole): [Part, Gap] => {
  const strict = attributes.get('distingue') ?? '';
  const rules = { matchCase: /may/.test(strict), matchAccents: /tild/.test(strict) };
  return [
    { type: 'text', id },
    { type: 'text', accepted: inside.length > 0 ? inside : [''], ...rules },
  ];
};

const number = ({ id, inside, attributes }: Hole): [Part, Gap] => {
  const { tolerance, relative } = toleranceOf(attributes.get('tolerancia') ?? '0');
  return [
    { type: 'number', id },
    { type: 'number', value: inside[0] ?? '', tolerance, relative },
  ];
};

/** «5 %» is a part of the number; «0,5» so much. Parts are told in hundredths: 0,05. */
function toleranceOf(text: string): { tolerance: string; relative: boolean } {
  const [, part] = /^\s*([\d.,]+)\s*%\s*$/.exec(text) ?? [];
  if (!part) return { tolerance: text.trim(), relative: false };
  return { tolerance: String(Number((Number(part.replace(',', '.')) / 100).toFixed(9))), relative: true };
}

const choice = ({ id, inside, attributes }: Hole): [Part, Gap] => {
  const options = inside.map((text, i): Option => {
    const [, key, html] = /^([a-z0-9][a-z0-9-]*)\)\s*(.*)$/.exec(text) ?? [];
    return { id: key ?? `o${i + 1}`, html: html ?? text };
  });
  return [
    { type: 'choice', id, options },
    { type: 'choice', correct: attributes.get('respuesta') ?? options[0]?.id ?? 'a' },
  ];
};

const readers: Record<string, (hole: Hole) => [Part, Gap]> = { '-numero': number, '-lista': choice };

function readHole([, kind = '', inside = '', written = '']: RegExpMatchArray, n: number): [Part, Gap, string] {
  const attributes = attributesOf(written);
  const id = attributes.get('id') ?? `h${n}`;
  const [part, gap] = (readers[kind] ?? texts)({ id, attributes, inside: cut(inside) });
  return [part, gap, id];
}

/** Reads such a text: what stands between the holes, what they are, and what is right in them. */
export function readGaps(text: string): { parts: Part[]; gaps: Gaps } {
  const [parts, gaps]: [Part[], Gaps] = [[], {}];
  let at = 0;
  for (const found of text.matchAll(hole)) {
    const between = text.slice(at, found.index);
    if (between) parts.push({ type: 'html', html: between });
    at = found.index + found[0].length;
    const [part, gap, id] = readHole(found, parts.length + 1);
    parts.push(part);
    gaps[id] = gap;
  }
  const rest = text.slice(at);
  if (rest.trim()) parts.push({ type: 'html', html: rest });
  return { parts, gaps };
}

/** Writes a text with holes in one piece, so that reading it gives the same. */
export const gapsText = (parts: readonly Part[], gaps: Gaps): string =>
  parts.map((part) => (part.type === 'html' ? part.html : written(part, gaps[part.id]))).join('');

function written(part: Exclude<Part, { type: 'html' }>, gap: Gap | undefined): string {
  if (part.type === 'choice') return writtenChoice(part, gap);
  if (gap?.type === 'number') return `:hueco-numero[${gap.value}]{#${part.id}${toleranceText(gap)}}`;
  return gap?.type === 'text' ? writtenText(part.id, gap) : '';
}

function writtenChoice({ id, options }: Extract<Part, { type: 'choice' }>, gap: Gap | undefined): string {
  const inside = options.map((option) => `${option.id}) ${option.html}`).join(' | ');
  return `:hueco-lista[${inside}]{#${id} respuesta=${gap?.type === 'choice' ? gap.correct : ''}}`;
}

function writtenText(id: string, { accepted, matchCase, matchAccents }: Extract<Gap, { type: 'text' }>): string {
  const rules = [matchCase && 'mayúsculas', matchAccents && 'tildes'].filter(Boolean).join(' ');
  return `:hueco[${accepted.join(' | ')}]{#${id}${rules && ` distingue="${rules}"`}}`;
}

function toleranceText({ tolerance, relative }: Extract<Gap, { type: 'number' }>): string {
  if (/^0?([.,]0*)?$/.test(tolerance)) return '';
  if (!relative) return ` tolerancia="${tolerance}"`;
  const part = Number((Number(tolerance.replace(',', '.')) * 100).toFixed(7));
  return ` tolerancia="${String(part).replace('.', ',')} %"`;
}
