import type { Element, ElementContent, Properties } from 'hast';
import type { Media, Norm } from './content.schema.ts';
import type { Setting } from './library.ts';

/**
 * A text on its way to HTML: what counts its figures, tables and so on, and what was found in it.
 * `prefix` stands before their numbers («4.» in the fourth chapter of a manual).
 */
export type Rendering = Setting & {
  prefix: string;
  counts: Record<string, number>;
  terms: Set<string>;
  norms: Map<string, Norm>;
  media: Map<string, Media>;
};

export const rendering = (setting: Setting, prefix = ''): Rendering => ({
  ...setting,
  prefix,
  counts: {},
  terms: new Set(),
  norms: new Map(),
  media: new Map(),
});

/** The next number of its kind. */
export const next = (job: Rendering, kind: string) => (job.counts[kind] = (job.counts[kind] ?? 0) + 1);

/** Shorthand for a node of HTML; a property that is null is left out. */
export const element = (tagName: string, properties: Properties, children: (ElementContent | string)[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});
