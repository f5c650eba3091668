import type { ExchangeQuestion } from './exchange.schema.ts';
import type { Job } from './job.ts';
import { decimalOf } from './decimal.policy.ts';

/** What formats from elsewhere have no place for, as pairs of a name and a value that travel as notes or as tags. */
export type Note = [name: string, value: string];
type Noted = Pick<ExchangeQuestion, 'difficulty' | 'topic' | 'outcome' | 'territories' | 'points'>;

/** What a question says of itself beyond its texts. */
export const notesOf = ({ difficulty, topic, outcome, territories, points }: Noted): Note[] => [
  ...(points === 1000 ? [] : [['puntos', pointsText(points)] satisfies Note]),
  ...(difficulty === null ? [] : [['dificultad', String(difficulty)] satisfies Note]),
  ...(topic === null ? [] : [['tema', topic] satisfies Note]),
  ...(outcome === null ? [] : [['resultado', outcome] satisfies Note]),
  ...territories.map((territory): Note => ['territorio', territory]),
];

/** Thousandths as they are written: `2`, `0.5`. */
export const pointsText = (points: number) => String(points / 1000);

const readings: Record<string, (value: string, noted: Partial<Noted>) => boolean> = {
  puntos: (value, noted) => Boolean((noted.points = thousandths(value) ?? 0)),
  dificultad: (value, noted) => /^[1-5]$/.test(value) && Boolean((noted.difficulty = Number(value))),
  tema: (value, noted) => isKey(value) && Boolean((noted.topic = value)),
  resultado: (value, noted) => value.length <= 400 && Boolean((noted.outcome = value)),
  territorio: (value, noted) => isKey(value) && Boolean((noted.territories = [...(noted.territories ?? []), value])),
};
const isKey = (text: string) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(text);

/** Reads notes back. Those it does not know are left alone; a known one that says nothing sensible is a loss. */
export function readNotes(notes: Note[], job: Job): Partial<Noted> {
  const noted: Partial<Noted> = {};
  for (const [name, value] of notes)
    if (Object.hasOwn(readings, name) && !readings[name]?.(value, noted))
      job.lose(`No se entiende ${name}: «${value}»`);
  if (noted.points === 0) delete noted.points;
  return noted;
}

export const isNote = (name: string) => Object.hasOwn(readings, name);

/** Points as thousandths; null where they are none, or more than the bank holds. */
export function thousandths(written: string): number | null {
  const decimal = decimalOf(written);
  if (decimal === null || !/^\d{1,3}(\.\d{1,3})?$/.test(decimal)) return null;
  return Math.round(Number(decimal) * 1000) || null;
}
