import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { element } from './rendering.ts';

const part = /([_^])(?:\{([^{}]*)\}|([\p{L}\p{N}]+))/gu;

/**
 * A formula on its own lines, as typed: Markdown's marks mean nothing here; `x_0`, `x_{t+1}` go down and `a^n`, `a^{-n}` up.
 * The label is how a screen reader says it.
 */
export function renderFormula(label: string, content: RootContent[], body: string, line: number): Element {
  const last = content.at(-1)?.position?.end.line ?? line;
  const first = content[0]?.position?.start.line ?? line;
  const rows = body.split('\n').slice(first - 1, last);
  const children = rows.flatMap((row, index) => [...(index > 0 ? [element('br', {}, [])] : []), ...raised(row.trim())]);
  return element('div', { className: ['formula'], role: 'math', ariaLabel: label }, children);
}

function raised(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const found of text.matchAll(part)) {
    parts.push({ type: 'text', value: text.slice(end, found.index) });
    parts.push(element(found[1] === '_' ? 'sub' : 'sup', {}, [found[2] ?? found[3] ?? '']));
    end = found.index + found[0].length;
  }
  return [...parts, { type: 'text', value: text.slice(end) }];
}
