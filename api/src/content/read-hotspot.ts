import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { addressOf } from './image.ts';
import { imageOf } from './library.ts';
import { faultsOf, optionsOf, type WrittenOption } from './options.ts';
import type { QuestionBody } from './question.schema.ts';
import type { Read, Report, WrittenQuestion } from './reading.ts';
import { renderNodes } from './render-text.ts';
import type { Rendering } from './rendering.ts';

type Area = Extract<QuestionBody, { kind: 'hotspot' }>['areas'][number];
type Shape = Area['shape'];
type Written = Extract<PhrasingContent, { type: 'textDirective' }>;

/** A picture and a list of its areas, of which one or more are right. */
export const hotspot: Read = ({ prompt, answer }, node, job, report) => {
  for (const { line, fault } of faultsOf(answer, true)) report(...fault, line);
  const picture = pictureOf(node, job, report);
  if (answer?.type !== 'list' || !picture) return null;
  const options = optionsOf(answer).flatMap(({ id, ...option }) => (id ? { id, ...option } : []));
  const areas = options.flatMap((option) => areaOf(option, report));
  const correct = options.filter(({ checked }) => checked).map(({ id }) => id);
  const many = correct.length > 1 || typeof node.attributes?.['varias'] === 'string';
  const said = options.filter(({ feedback }) => feedback.length > 0);
  const kind = 'hotspot';
  return {
    body: { kind, prompt: renderNodes(prompt, job), picture, areas, many },
    answer: { kind, correct },
    optionFeedback: Object.fromEntries(said.map(({ id, feedback }) => [id, renderNodes(feedback, job)])),
  };
};

function pictureOf({ attributes }: WrittenQuestion, job: Rendering, report: Report) {
  const { src, alt } = attributes ?? {};
  if (!src) return null;
  const image = imageOf(src, job);
  if ('fault' in image) {
    report(...image.fault);
    return null;
  }
  const { media, width, height } = image;
  job.media.set(media.sha, media);
  return { src: addressOf(media), width, height, alt: alt ?? '' };
}

function areaOf({ id, content, line }: WrittenOption & { id: string }, report: Report): Area[] {
  const [first] = content;
  const written = first?.type === 'paragraph' ? first.children.find((child) => child.type === 'textDirective') : undefined;
  const shape = written && shapeOf(written);
  const name = written ? toString(written).trim() : '';
  if (!shape || !name) {
    report('La alternativa no dice su zona', 'Escribe «:area[Nombre]{rectangulo="100,100 400,300"}», en milésimas de la imagen', line);
    return [];
  }
  return [{ id, name, shape }];
}

const isPermille = (n: number) => Number.isInteger(n) && n >= 0 && n <= 1000;

/** «100,100 400,300» as points; null where one is none, or falls outside. */
function pointsOf(text: string): { x: number; y: number }[] | null {
  const points = text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(',').map(Number));
  if (!points.every((pair) => pair.length === 2 && pair.every(isPermille))) return null;
  return points.map(([x = 0, y = 0]) => ({ x, y }));
}

function shapeOf({ attributes }: Written): Shape | null {
  const { rectangulo, circulo, poligono } = attributes ?? {};
  if (rectangulo) return rectangleOf(pointsOf(rectangulo));
  if (circulo) return circleOf(circulo);
  const points = poligono ? pointsOf(poligono) : null;
  return points && points.length >= 3 && points.length <= 60 ? { type: 'polygon', points } : null;
}

function rectangleOf(points: { x: number; y: number }[] | null): Shape | null {
  const [from, to, more] = points ?? [];
  if (!from || !to || more || from.x >= to.x || from.y >= to.y) return null;
  return { type: 'rectangle', from, to };
}

/** Its centre and its radius: «500,500 80». */
function circleOf(text: string): Shape | null {
  const [, centre = '', radius = ''] = /^(\d+,\d+)\s+(\d+)$/.exec(text.trim()) ?? [];
  const [point] = pointsOf(centre) ?? [];
  return point && isPermille(Number(radius)) && Number(radius) > 0
    ? { type: 'circle', centre: point, radius: Number(radius) }
    : null;
}
