import type { RootContent } from 'mdast';
import { contentOf } from './parts.ts';
import { type Read, wholeOf } from './reading.ts';
import { renderNodes } from './render-text.ts';
import type { Rendering } from './rendering.ts';

/** What the marker reads beside the answer, written in `:::pauta`; the learner never sees it. */
function guideIn(nodes: RootContent[], job: Rendering): { prompt: string; guide: string | null } {
  const isGuide = (node: RootContent) => node.type === 'containerDirective' && node.name === 'pauta';
  const guide = nodes.filter(isGuide).flatMap((node) => (node.type === 'containerDirective' ? contentOf(node) : []));
  return {
    prompt: renderNodes(nodes.filter((node) => !isGuide(node)), job),
    guide: guide.length > 0 ? renderNodes(guide, job) : null,
  };
}

/** A text that a person marks. */
export const essay: Read = ({ prompt: written }, node, job, report) => {
  const [minWords, maxWords] = ['minimo', 'maximo'].map((name) => wholeOf(node, name, 10_000, report)) as [number | null, number | null];
  if (minWords !== null && maxWords !== null && minWords > maxWords)
    report('El mínimo de palabras supera el máximo', 'Corrige «minimo» o «maximo»');
  const { prompt, guide } = guideIn(written, job);
  const kind = 'essay';
  return { body: { kind, prompt, minWords, maxWords }, answer: { kind, guide } };
};

const usual = { files: 1, megabytes: 10, types: 'pdf docx odt jpg png' };

/** Files that a person marks. */
export const file: Read = ({ prompt: written }, node, job, report) => {
  const maxFiles = wholeOf(node, 'archivos', 20, report) ?? usual.files;
  const maxBytes = (wholeOf(node, 'megas', 100, report) ?? usual.megabytes) * 1_000_000;
  const types = (node.attributes?.['tipos'] ?? usual.types).split(/[\s,]+/).filter(Boolean);
  for (const type of types.filter((one) => !/^[a-z0-9]{1,8}$/.test(one)))
    report(`El tipo de archivo «${type}» no sirve`, 'Escribe terminaciones sin punto: tipos="pdf docx"');
  const { prompt, guide } = guideIn(written, job);
  const kind = 'file';
  return { body: { kind, prompt, maxFiles, maxBytes, types }, answer: { kind, guide } };
};
