import { wordsOf } from '../content/foreign-html.service.ts';
import type { ExchangeQuestion } from './exchange.schema.ts';
import { cut } from './job.ts';
import { moodleParts } from './moodle-parts.ts';
import type { Html } from './moodle-text.ts';
import { notesOf, pointsText } from './notes.ts';
import { pathText } from './paths.ts';
import { type Draft, fileNameOf, withImages, writeEach } from './writing.ts';
import { escapeXml, textXml, xml } from './xml.ts';

/** Questions as the XML of Moodle. What only we understand stands in attributes that Moodle does not look at. */
export function writeMoodle(questions: readonly ExchangeQuestion[]): Draft {
  let category: string | null = null;
  const { written, leftOut } = writeEach(questions, (question) => {
    const text = questionXml(question);
    const path = pathText(question.category);
    const head = path === category ? '' : `${categoryXml(path)}\n`;
    category = path;
    return head + text;
  });
  const bytes = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${written.join('\n')}\n</quiz>\n`);
  return { bytes, name: 'preguntas.xml', mediaType: 'application/xml', leftOut };
}

const categoryXml = (path: string) =>
  xml('question', { type: 'category' }, xml('category', {}, textXml(`$course$/top${path ? `/${path}` : ''}`)));

function questionXml(question: ExchangeQuestion): string {
  const { key, name, points, body, answerKey, tags } = question;
  const html = htmlFor(question);
  const { type, attributes = {}, text = body.prompt, inside } = moodleParts(body, answerKey, html);
  const labels = [
    ...tags,
    ...notesOf(question)
      .filter(([note]) => note !== 'puntos')
      .map(([note, value]) => `${note}:${value}`),
  ];
  return xml(
    'question',
    { type, ...attributes },
    xml('name', {}, textXml(name ?? cut(wordsOf(body.prompt)))),
    html('questiontext', text),
    html('generalfeedback', answerKey.feedback ?? ''),
    `<defaultgrade>${pointsText(points)}</defaultgrade><penalty>0</penalty><hidden>0</hidden>`,
    xml('idnumber', {}, escapeXml(key ?? '')),
    ...inside,
    labels.length > 0 ? xml('tags', {}, ...labels.map((label) => xml('tag', {}, textXml(label)))) : '',
  );
}

function htmlFor({ media }: ExchangeQuestion): Html {
  return (element, html, attributes = {}, more = '') => {
    const files = media.filter(({ sha }) => html.includes(sha));
    const text = textXml(withImages(html, files, (one) => `@@PLUGINFILE@@/${fileNameOf(one)}`));
    const written = files.map((one) =>
      xml('file', { name: fileNameOf(one), path: '/', encoding: 'base64' }, Buffer.from(one.bytes).toString('base64')),
    );
    return xml(element, { format: 'html', ...attributes }, text, ...written, more);
  };
}
