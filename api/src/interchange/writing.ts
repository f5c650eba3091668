import type { ExchangeMedia, ExchangeQuestion, Written } from './exchange.schema.ts';

/** A question that this format can not hold at all. */
export class LeftOut extends Error {}

/** What a writer answers: the file, and which of the questions are not in it. What it holds is compared afterwards. */
export type Draft = Pick<Written, 'bytes' | 'name' | 'mediaType' | 'leftOut'>;
export type Writer = (questions: readonly ExchangeQuestion[]) => Draft | Promise<Draft>;

/** Writes each question that can be; the others are left out with their reason. */
export function writeEach<T>(questions: readonly ExchangeQuestion[], write: (question: ExchangeQuestion) => T) {
  const leftOut: Written['leftOut'] = [];
  const written: T[] = [];
  for (const [index, question] of questions.entries())
    try {
      written.push(write(question));
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
      leftOut.push({ index, reason: error.message });
    }
  return { written, leftOut };
}

const address = /\/api\/blobs\/([0-9a-f]{64})\.[a-z]+/g;

/** A text whose images are named as the format does. */
export const withImages = (html: string, media: readonly ExchangeMedia[], nameOf: (media: ExchangeMedia) => string) =>
  html.replace(address, (whole, sha: string) => {
    const found = media.find((one) => one.sha === sha);
    return found ? nameOf(found) : whole;
  });

export const asData = ({ mediaType, bytes }: ExchangeMedia) =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

const endings = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
};
/** A name that no other image has. */
export const fileNameOf = ({ sha, mediaType }: ExchangeMedia) => `imagen-${sha.slice(0, 12)}.${endings[mediaType]}`;

export type Of<T, K> = Extract<T, { kind: K }>;
