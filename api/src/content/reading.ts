import type { Nodes, RootContent } from 'mdast';
import type { QuestionBody, WrittenAnswerKey } from './question.schema.ts';
import type { Rendering } from './rendering.ts';

export type WrittenQuestion = Extract<Nodes, { type: 'containerDirective' }>;
export type Report = (problem: string, remedy: string, line?: number) => void;
export type Parts = {
  prompt: RootContent[];
  answer: RootContent | undefined;
  feedback: RootContent[];
  strays: RootContent[];
};
/** Reads what one kind of question shows and what is right; says what is wrong with it. */
export type Read = (parts: Parts, node: WrittenQuestion, job: Rendering, report: Report) => Answered | null;
export type Answered = { body: QuestionBody; answer: Solution; optionFeedback?: Record<string, string> };
type Solution = WrittenAnswerKey extends infer K
  ? K extends WrittenAnswerKey
    ? Omit<K, 'feedback' | 'optionFeedback'>
    : never
  : never;

/** A number with decimal comma as one with a point; null where it is none. */
export function decimalOf(text: string | null | undefined, name: string, report: Report): string | null {
  if (!text) return null;
  if (/^[-−]?\d{1,15}(,\d{1,9})?$/.test(text)) return text.replace('−', '-').replace(',', '.');
  report(`«${name}» no es un número: «${text}»`, 'Escribe solo cifras y coma decimal: "1234,5"');
  return null;
}

/** How far from the right number still counts: «0,5», or a part of it, «5 %». Null where it is neither. */
export function toleranceOf(text: string, report: Report): { tolerance: string; relative?: true } | null {
  const [, percent] = /^(.*?)\s*%$/.exec(text) ?? [];
  const tolerance = decimalOf(percent ?? text, 'tolerancia', report);
  if (tolerance?.startsWith('-'))
    report('La tolerancia es negativa', 'Escribe cuánto se acepta de más o de menos: "0,5" o "5 %"');
  if (tolerance === null || percent === undefined) return tolerance === null ? null : { tolerance };
  return { tolerance: hundredth(tolerance), relative: true };
}

/** Moves the point two places: `12.5` is `0.125`. Beyond the ninth decimal nothing counts. */
function hundredth(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2)}.${`${digits.slice(-2)}${fraction}`.slice(0, 9)}`;
}

/** A whole number from 1 to `most` in an attribute; null where there is none. */
export function wholeOf(node: WrittenQuestion, name: string, most: number, report: Report): number | null {
  const text = node.attributes?.[name];
  if (!text) return null;
  if (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= most) return Number(text);
  report(`«${name}» no es un número de 1 a ${most}: «${text}»`, `Escribe ${name}=… con un entero`);
  return null;
}

/** Parts between bars, without the spaces around: «minuta | acta». */
export const barred = (text: string): string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const distinctions: Record<string, 'matchCase' | 'matchAccents'> = { mayusculas: 'matchCase', tildes: 'matchAccents' };

/** Texts that count as right, and what of them matters. */
export function acceptedOf(written: string, distinguished: string | null | undefined, report: Report, line?: number) {
  const named = (distinguished ?? '').split(/[\s,]+/).filter(Boolean);
  for (const name of named.filter((one) => !Object.hasOwn(distinctions, one)))
    report(`«distingue» no admite «${name}»`, 'Admite: mayusculas, tildes', line);
  const accepted = barred(written);
  if (accepted.length === 0) report('No hay ninguna respuesta aceptada', 'Escríbelas entre barras: «minuta | acta»', line);
  return { accepted, ...Object.fromEntries(named.flatMap((name) => (distinctions[name] ? [[distinctions[name], true]] : []))) };
}
