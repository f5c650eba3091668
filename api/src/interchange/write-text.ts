import type { BlockContent, RootContent } from 'mdast';
import { markdownOf, stringifyMarkdown } from '../content/markdown-of-html.service.ts';
import type { ExchangeQuestion } from './exchange.schema.ts';
import { type Markdown, textParts } from './text-parts.ts';
import { kindNames } from './words.ts';
import { type Draft, fileNameOf, writeEach } from './writing.ts';
import { zipOf } from './write-zip.ts';

/** Questions as content/ writes them; with images, a compressed file of the text and of them. */
export function writeText(questions: readonly ExchangeQuestion[]): Draft {
  const { written, leftOut } = writeEach(
    questions.map((question, i) => ({ ...question, key: question.key ?? `pregunta-${i + 1}` })),
    blockOf,
  );
  const bytes = Buffer.from(written.join('\n'));
  const images = new Map(questions.flatMap(({ media }) => media.map((one) => [fileNameOf(one), one.bytes] as const)));
  if (images.size === 0) return { bytes, name: 'preguntas.md', mediaType: 'text/markdown', leftOut };
  const files = [{ name: 'preguntas.md', bytes }, ...[...images].map(([name, image]) => ({ name, bytes: image }))];
  return { bytes: zipOf(files), name: 'preguntas.zip', mediaType: 'application/zip', leftOut };
}

function blockOf(question: ExchangeQuestion): string {
  const { body, answerKey, media } = question;
  const nameOf = (src: string) => {
    const found = media.find(({ sha }) => src.includes(sha));
    return found ? fileNameOf(found) : null;
  };
  const markdown: Markdown = (html) => markdownOf(html, nameOf);
  const { attributes = {}, content } = textParts(body, answerKey, markdown, nameOf);
  const feedback = markdown(answerKey.feedback ?? '') as BlockContent[];
  const children: RootContent[] =
    feedback.length > 0 ? [...content, { type: 'blockquote', children: feedback }] : content;
  const given = { ...labelsOf(question), ...attributes };
  const name = kindNames[body.kind];
  return stringifyMarkdown([
    { type: 'containerDirective', name, attributes: given, children: children as BlockContent[] },
  ]);
}

const key = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** How the bank files it. Points are whole, from 1 to 99; tags are keys. */
function labelsOf({
  key: id,
  points,
  category,
  topic,
  difficulty,
  territories,
  tags,
}: ExchangeQuestion): Record<string, string> {
  const labels: Record<string, string | null> = {
    id,
    puntos: String(Math.min(99, Math.max(1, Math.round(points / 1000)))),
    categoria: category
      .slice(0, 5)
      .map((name) => name.replaceAll('/', '-').slice(0, 120))
      .join(' / '),
    tema: topic,
    dificultad: difficulty === null ? null : String(difficulty),
    territorio: territories.join(' '),
    etiquetas: tags.filter((tag) => key.test(tag)).join(' '),
  };
  return Object.fromEntries(Object.entries(labels).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
