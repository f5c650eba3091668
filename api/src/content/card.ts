import { LineCounter, parseDocument, type Document, isNode } from 'yaml';
import { z } from 'zod';
import type { Problems } from './problems.ts';

const inSpanish = z.locales.es().localeError;

/** Reads YAML by a schema. `above` is how many lines of the file stand before it. Answers null, and says why, where it is broken. */
export function readCard<T>(path: string, text: string, schema: z.ZodType<T>, problems: Problems, above = 0): T | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + above;
  for (const { pos, message } of document.errors)
    problems.add(path, lineAt(pos[0]), `El YAML no se entiende (${message})`, 'Revisa sangrías, comillas y dos puntos');
  if (document.errors.length > 0) return null;
  const { data, error } = schema.safeParse(valueOf(document), { error: inSpanish });
  if (!error) return data;
  for (const issue of error.issues) report(path, document, issue, lineAt, problems);
  return null;
}

/** A document whose aliases multiply beyond measure has no value. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

function report(
  path: string,
  document: Document,
  issue: z.core.$ZodIssue,
  lineAt: (offset: number) => number,
  problems: Problems,
): void {
  const line = lineAt(offsetOf(document, issue.path));
  const name = issue.path.map(String).join('.') || 'ficha';
  if (issue.code === 'unrecognized_keys') {
    const where = issue.path.length > 0 ? ` en «${name}»` : '';
    const keys = issue.keys.join('», «');
    problems.add(path, line, `La ficha no admite «${keys}»${where}`, 'Quita la clave o corrige su nombre');
  } else if (isMissing(document, issue)) {
    problems.add(path, line, `Falta «${name}» en la ficha`, 'Agrégalo como se describe en «Fichas»');
  } else problems.add(path, line, `«${name}» no sirve: ${issue.message}`, 'Corrígelo como se describe en «Fichas»');
}

const isMissing = (document: Document, { path, code }: z.core.$ZodIssue) =>
  (code === 'invalid_type' || code === 'invalid_value') && path.length > 0 && !document.hasIn(path);

/** Where the value at this path is written, or the nearest that encloses it. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
