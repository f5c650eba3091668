import { cut } from './job.ts';
import { Refused } from './refused.ts';

const sign = /\s*(\{[^{}]{1,60}\}|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+|[a-z][a-z0-9_]*|[-+*/(),])/iy;
const functions = new Set(['abs', 'ceil', 'floor', 'max', 'min', 'pow', 'round', 'sqrt']);

/** A formula of Moodle, which writes `{a}` for a variable and `pow(a, b)` for a power, as one of ours. Refuses what has no counterpart. */
export function formulaFrom(text: string, names: ReadonlyMap<string, string>): string {
  if (text.length > 500) throw new Refused('La fórmula es demasiado larga');
  const tokens = tokensOf(text);
  const reader = { tokens, next: 0, names };
  const formula = readUntil(reader, null);
  return formula.replace(/^\((.*)\)$/, (whole, inside: string) => (isClosed(inside) ? inside : whole));
}

type Reader = { tokens: string[]; next: number; names: ReadonlyMap<string, string> };

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  sign.lastIndex = 0;
  for (let at = 0; at < text.trimEnd().length; at = sign.lastIndex) {
    const found = sign.exec(text)?.[1];
    if (found === undefined)
      throw new Refused(`La fórmula trae algo que no se entiende: «${cut(text.slice(at).trim(), 20)}»`);
    tokens.push(found);
  }
  return tokens;
}

/** Copies up to the sign that closes, turning each token into ours. */
function readUntil(reader: Reader, end: ')' | null): string {
  let out = '';
  for (let token = reader.tokens[reader.next++]; token !== undefined; token = reader.tokens[reader.next++]) {
    if (token === ')' && end === ')') return out;
    if (token === ')') break;
    out += token === '(' ? `(${readUntil(reader, ')')})` : pieceOf(token, reader);
  }
  if (end === null && reader.next > reader.tokens.length) return out;
  throw new Refused('La fórmula no cierra bien sus paréntesis');
}

function pieceOf(token: string, reader: Reader): string {
  if (token.startsWith('{')) return variableOf(token.slice(1, -1).trim(), reader.names);
  if (/^[\d.]/.test(token)) return numberOf(token);
  if (!/^[a-z]/i.test(token)) return token === ',' ? ', ' : token;
  if (!functions.has(token.toLowerCase())) throw new Refused(`La fórmula usa «${cut(token, 20)}», que aquí no existe`);
  if (reader.tokens[reader.next++] !== '(') throw new Refused(`A «${token}» le faltan paréntesis en la fórmula`);
  const inside = readUntil(reader, ')');
  return token.toLowerCase() === 'pow' ? powerOf(inside) : `${token.toLowerCase()}(${inside})`;
}

function variableOf(name: string, names: ReadonlyMap<string, string>): string {
  const ours = names.get(name);
  if (ours === undefined) throw new Refused(`La fórmula usa «{${name}}», que no tiene rango`);
  return ours;
}

function numberOf(token: string): string {
  const number = token.replace(/^\./, '0.').replace(/\.$/, '');
  if (/^\d{1,15}(\.\d{1,9})?$/.test(number)) return number;
  throw new Refused(`La fórmula trae un número que no cabe: «${token}»`);
}

function powerOf(inside: string): string {
  let depth = 0;
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === '(') depth++;
    if (inside[i] === ')') depth--;
    if (inside[i] === ',' && depth === 0) return `((${inside.slice(0, i).trim()})^(${inside.slice(i + 1).trim()}))`;
  }
  throw new Refused('A «pow» le falta el exponente');
}

/** Whether every parenthesis closes within. */
function isClosed(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
