import { type Attached, type Job, type Manner, type Solution } from './job.ts';
import { child, children, type Node, said } from './moodle-tree.ts';
import { Refused } from './refused.ts';

/** One question of Moodle, being read. */
export type MoodleQuestion = { node: Node; prompt: string; job: Job; nesting: number };

const manners: Record<string, Manner> = {
  ...{ html: 'html', moodle_auto_format: 'moodle', plain_text: 'plain', markdown: 'markdown' },
};

/** The files that came with a text, as its addresses name them. */
export function filesOf(...nodes: (Node | undefined)[]): Attached {
  const files = nodes.flatMap((node) => children(node, 'file'));
  return (name) => {
    const found = files.find(
      ({ attributes }) => `${(attributes['path'] ?? '/').slice(1)}${attributes['name'] ?? ''}` === name,
    );
    return found && (found.attributes['encoding'] ?? 'base64') === 'base64'
      ? Buffer.from(found.text, 'base64')
      : undefined;
  };
}

/** A text of Moodle as ours, with its images. */
export function htmlOf(node: Node | undefined, job: Job, otherwise: Manner = 'html'): string {
  const format = node?.attributes['format'] ?? '';
  return job.html(said(node), mannerOf(format) ?? otherwise, filesOf(node));
}
export const mannerOf = (format: string): Manner | undefined =>
  Object.hasOwn(manners, format) ? manners[format] : undefined;

/** What can not be empty. */
export function needed(node: Node | undefined, job: Job, what: string): string {
  const html = htmlOf(node, job);
  if (!html) throw new Refused(`Falta ${what}`);
  return html;
}

export const feedbackOf = (node: Node, job: Job) => htmlOf(child(node, 'feedback'), job);
export const fractionOf = (node: Node) => Number(node.attributes['fraction'] ?? 0);
/** The written key that our own writer leaves on what is shown. */
export const keyOf = (node: Node, otherwise: string) => node.attributes['data-clave'] ?? otherwise;
export type { Solution };
