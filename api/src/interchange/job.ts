import { anchorOf } from '../content/layout.policy.ts';
import {
  cleanHtml,
  cleanMarkdown,
  escapeHtml,
  type Foreign,
  type Image,
  readForeignImage,
  wordsOf,
} from '../content/foreign-html.service.ts';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import type { ExchangeMedia, ExchangeQuestion, Limits } from './exchange.schema.ts';
import { Refused } from './refused.ts';

/** How a text is written where it comes from. `moodle` is HTML whose ends of line count. */
export type Manner = 'html' | 'moodle' | 'markdown' | 'plain';

/** Part of a file that holds one question, not read yet. `at` is how much of the file lies behind it, from 0 to 1. */
export type Piece = { line: number; at: number; read: (job: Job) => ExchangeQuestion };

/** Files that come beside the texts of one question, by name. */
export type Attached = (name: string) => Buffer | undefined;

/** One question being read: its texts become HTML of the house, its images are gathered, and its losses told. */
export class Job {
  readonly losses = new Set<string>();
  private readonly images = new Map<string, ExchangeMedia>();
  private readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  lose(what: string): void {
    this.losses.add(what);
  }

  /** A text as the house writes it. Refuses one that is too long or too deep. */
  html(text: string, manner: Manner, attached: Attached = () => undefined): string {
    const foreign: Foreign = {
      image: (src) => this.imageOf(src, attached),
      lose: (what) => this.lose(`No se importó ${what}`),
    };
    const html = convert[manner](text, foreign);
    if (html === null || html.length > 20_000)
      throw new Refused('Un texto es demasiado largo o tiene demasiadas marcas');
    return html;
  }

  /** What can not be empty. */
  needed(text: string, manner: Manner, what: string, attached?: Attached): string {
    const html = this.html(text, manner, attached);
    if (!html) throw new Refused(`Falta ${what}`);
    return html;
  }

  /** An identifier from elsewhere as a written key. */
  key(written: string): string | null {
    const text = written.trim();
    if (!text) return null;
    const key = anchorOf(text);
    if (key !== text)
      this.lose(
        key ? `El identificador «${cut(text)}» queda como «${key}»` : `Se perdió el identificador «${cut(text)}»`,
      );
    return key || null;
  }

  media(): ExchangeMedia[] {
    return [...this.images.values()];
  }

  private imageOf(src: string, attached: Attached): ReturnType<Foreign['image']> {
    const bytes = bytesOf(src, attached);
    if (!bytes) return null;
    const image = readForeignImage(nameOf(src), bytes, this.limits.image);
    if ('fault' in image) return image;
    const { sha, mediaType, name } = image.media;
    if (!this.images.has(sha)) this.images.set(sha, { name, mediaType, sha, bytes: image.media.bytes });
    return image satisfies Image;
  }
}

const convert: Record<Manner, (text: string, foreign: Foreign) => string | null> = {
  html: cleanHtml,
  moodle: (text, foreign) => cleanHtml(text.trim().replace(/\r\n?|\n/g, '<br>'), foreign),
  markdown: cleanMarkdown,
  plain: escapeHtml,
};

const dataUri = /^data:image\/[a-z0-9.+-]{1,40};base64,/i;
const pluginFile = '@@PLUGINFILE@@/';

function bytesOf(src: string, attached: Attached): Buffer | undefined {
  const head = dataUri.exec(src)?.[0];
  if (head) return Buffer.from(src.slice(head.length), 'base64');
  return attached(src.startsWith(pluginFile) ? withoutEscapes(src.slice(pluginFile.length)) : src);
}

function nameOf(src: string): string {
  if (dataUri.test(src)) return 'imagen';
  const path = withoutEscapes(src.split(/[?#]/)[0] ?? '');
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 200) || 'imagen';
}

function withoutEscapes(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export const cut = (text: string, length = 60) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

type Given = Partial<Omit<ExchangeQuestion, 'kind' | 'body' | 'answerKey' | 'media'>>;
/** A solution without what is said about the answers. */
export type Solution = AnswerKey extends infer K
  ? K extends AnswerKey
    ? Omit<K, 'feedback' | 'optionFeedback'>
    : never
  : never;
export type Answered = { body: QuestionBody; solution: Solution; optionFeedback?: Record<string, string> };

/** A question with what was not said left empty. */
export function questionOf(answered: Answered, feedback: string | null, given: Given, job: Job): ExchangeQuestion {
  const { body, solution, optionFeedback = {} } = answered;
  return {
    ...{ key: null, name: null, points: 1000, category: [], tags: [], difficulty: null, topic: null },
    ...{ outcome: null, territories: [] },
    ...given,
    kind: body.kind,
    body,
    answerKey: { ...solution, feedback: feedback || null, optionFeedback: said(optionFeedback) },
    media: job.media(),
  };
}

const said = (feedback: Record<string, string>) =>
  Object.fromEntries(Object.entries(feedback).filter(([, html]) => html));

/** A name, cut to what the bank holds; null where it only repeats how the text starts. */
export function nameFor(written: string, prompt: string): string | null {
  const name = written.replace(/\s+/g, ' ').trim();
  if (!name || wordsOf(prompt).startsWith(name.replace(/(\.\.\.|…)$/, ''))) return null;
  return name.slice(0, 200).trim();
}
