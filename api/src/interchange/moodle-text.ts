import { escapeXml, xml } from './xml.ts';

/** A text with its images as Moodle keeps them: named in the text, their bytes beside it. */
export type Html = (
  element: string,
  html: string,
  attributes?: Record<string, string | undefined>,
  more?: string,
) => string;

/** What a question of Moodle is made of, beside what all have. */
export type MoodleParts = { type: string; attributes?: Record<string, string>; text?: string; inside: string[] };

/** The unit in which an answer is given. */
export const unitsOf = (unit: string | null) =>
  unit === null
    ? ''
    : xml('units', {}, xml('unit', {}, '<multiplier>1</multiplier>', xml('unit_name', {}, escapeXml(unit))));
