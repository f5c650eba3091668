import { isEach, type Marker } from './marker.policy.ts';

const hasText = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .trim() !== '';

/** What a person marks: nothing here tells what is right. */
export const essay: Marker<'essay'> = {
  fits: () => true,
  isAnswered: (_, { html }) => (hasText(html) ? 'yes' : 'no'),
  mark: () => null,
  solution: () => null,
};

export const file: Marker<'file'> = {
  fits: ({ maxFiles }, { files }) => files.length <= maxFiles && isEach(files),
  isAnswered: (_, { files }) => (files.length > 0 ? 'yes' : 'no'),
  mark: () => null,
  solution: () => null,
};
