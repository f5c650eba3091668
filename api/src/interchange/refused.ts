/** One question that can not come whole. The reason is a sentence in Spanish for whoever brought the file. */
export class Refused extends Error {}

/** No question has more answers, or gaps, than this; one that has is no question of a person. */
export function countAnswers(count: number): void {
  if (count > 200) throw new Refused('Trae más de 200 respuestas');
}

/** A whole file that can not be read further: what it held before counts for nothing. */
export class FileRefused extends Error {
  readonly line: number;

  constructor(reason: string, line = 1) {
    super(reason);
    this.line = line;
  }
}
