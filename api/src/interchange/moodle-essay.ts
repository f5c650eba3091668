import type { Answered } from './job.ts';
import { htmlOf, type MoodleQuestion } from './moodle-question.ts';
import { child, type Node, saidIn } from './moodle-tree.ts';

const words = (node: Node, name: string) => {
  const count = Number(saidIn(node, name));
  return Number.isInteger(count) && count > 0 ? count : null;
};

/** An essay with a text, or one that only takes files. */
export function moodleEssay({ node, prompt, job }: MoodleQuestion): Answered {
  const guide = htmlOf(child(node, 'graderinfo'), job) || null;
  const attachments = Number(saidIn(node, 'attachments') || 0);
  if (htmlOf(child(node, 'responsetemplate'), job)) job.lose('Se perdió la plantilla de la respuesta');
  if (saidIn(node, 'responseformat') === 'noinline') return fileOf(node, prompt, attachments, guide, job);
  if (attachments !== 0) job.lose('Se perdió que la respuesta admite archivos');
  const body = {
    kind: 'essay',
    prompt,
    minWords: words(node, 'minwordlimit'),
    maxWords: words(node, 'maxwordlimit'),
  } as const;
  return { body, solution: { kind: 'essay', guide } };
}

/** Ten megabytes, where nothing is said. */
const usual = 10_000_000;
const mostBytes = 1_000_000_000;

function fileOf(
  node: Node,
  prompt: string,
  attachments: number,
  guide: string | null,
  job: MoodleQuestion['job'],
): Answered {
  const written = saidIn(node, 'filetypeslist')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const types = written
    .map((type) => type.replace(/^\./, '').toLowerCase())
    .filter((type) => /^[a-z0-9]{1,8}$/.test(type));
  if (types.length < written.length) job.lose('Se perdieron algunos tipos de archivo');
  if (attachments > 20) job.lose('El máximo es 20 archivos');
  const maxFiles = attachments < 1 ? 20 : Math.min(20, attachments);
  const maxBytes = Math.min(mostBytes, Math.trunc(Math.max(1, Number(saidIn(node, 'maxbytes')) || usual)));
  return { body: { kind: 'file', prompt, maxFiles, maxBytes, types }, solution: { kind: 'file', guide } };
}
