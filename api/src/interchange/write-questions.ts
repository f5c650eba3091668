import { differences } from './canonical.ts';
import type { ExchangeQuestion, Report, WritableFormat, Written } from './exchange.schema.ts';
import { readQuestions } from './read-questions.ts';
import { fieldNames } from './words.ts';
import { writeCsv, writeXlsx } from './write-table.ts';
import { writeGift } from './write-gift.ts';
import { writeMoodle } from './write-moodle.ts';
import { writeText } from './write-text.ts';
import type { Draft, Writer } from './writing.ts';

const writers: Record<WritableFormat, Writer> = {
  gift: writeGift,
  moodle: writeMoodle,
  csv: writeCsv,
  xlsx: writeXlsx,
  text: writeText,
};

/** Reading back what was written has no limits but those of the machine. */
const roomy = {
  bytes: Infinity,
  questions: Infinity,
  image: Infinity,
  inflated: Infinity,
  entries: 60_000,
  milliseconds: Infinity,
};

/**
 * Writes questions as a file of this format. What was written is read back and compared, so that the losses are those
 * there are: a question that comes back otherwise stands in `withLoss` with what changed, and one that does not come
 * back, or comes back as another kind, is left out of the file. Texts that no other program reads as ours (written keys,
 * rules of credit) travel where the format lets them.
 */
export async function writeQuestions(format: WritableFormat, questions: readonly ExchangeQuestion[]): Promise<Written> {
  const withLoss: Written['withLoss'] = [];
  const given = withOwnKeys(questions, withLoss);
  const write = writers[format];
  const draft = await write(given);
  const lost = await lostIn(draft, given);
  const kept = lost.size === 0 ? given : given.map((question, i) => (lost.has(i) ? null : question));
  return finished(kept, write, { withLoss, leftOut: [...lost].map(([index, reason]) => ({ index, reason })) });
}

type Told = Pick<Written, 'withLoss' | 'leftOut'>;

/** The file without what was lost, and what of the others changed. */
async function finished(kept: readonly (ExchangeQuestion | null)[], write: Writer, told: Told): Promise<Written> {
  const places = kept.flatMap((question, i) => (question ? [i] : []));
  const questions = kept.filter((question) => question !== null);
  const { leftOut, ...file } = await write(questions);
  const out = new Set(leftOut.map(({ index }) => index));
  const written = questions.flatMap((question, i) => (out.has(i) ? [] : [{ question, index: places[i] ?? i }]));
  const { imported } = await readBack(file);
  const changed = written.flatMap(({ question, index }, i) => lossOf(question, imported[i]?.question, index));
  return {
    ...file,
    written: written.length,
    withLoss: [...told.withLoss, ...changed].sort((a, b) => a.index - b.index),
    leftOut: [...told.leftOut, ...leftOut.map(({ index, reason }) => ({ index: places[index] ?? index, reason }))].sort(
      (a, b) => a.index - b.index,
    ),
  };
}

function lossOf(question: ExchangeQuestion, back: ExchangeQuestion | undefined, index: number): Written['withLoss'] {
  const fields = back ? differences(question, back) : ['body'];
  if (fields.length === 0) return [];
  return [
    { index, what: `No cabe igual: ${[...new Set(fields.map((field) => fieldNames[field] ?? field))].join(', ')}.` },
  ];
}

const readBack = ({ bytes, name }: Pick<Draft, 'bytes' | 'name'>): Promise<Report> =>
  readQuestions(bytes, name, { limits: roomy });

/** Of what was written, what does not come back, by its place among the given. */
async function lostIn(draft: Draft, given: readonly ExchangeQuestion[]): Promise<Map<number, string>> {
  const out = new Set(draft.leftOut.map(({ index }) => index));
  const written = given.flatMap((question, index) => (out.has(index) ? [] : [{ question, index }]));
  const lost = new Map<number, string>();
  if (written.length === 0) return lost;
  const { imported, refused } = await readBack(draft);
  const outcomes = [...imported, ...refused].sort((a, b) => a.line - b.line);
  if (outcomes.length !== written.length)
    throw new Error(`${written.length} questions written, ${outcomes.length} read back`);
  for (const [i, { question, index }] of written.entries()) {
    const outcome = outcomes[i];
    if (outcome && 'reason' in outcome) lost.set(index, outcome.reason.replace(/\.$/, ''));
    else if (outcome?.question.kind !== question.kind) lost.set(index, 'Volvería como otra clase de pregunta');
  }
  return lost;
}

/** A key stands once in a file; questions of different courses may share theirs. */
function withOwnKeys(questions: readonly ExchangeQuestion[], withLoss: Written['withLoss']): ExchangeQuestion[] {
  const seen = new Set<string>();
  return questions.map((question, index) => {
    if (question.key === null || !seen.has(question.key)) {
      if (question.key !== null) seen.add(question.key);
      return question;
    }
    withLoss.push({ index, what: `La clave «${question.key}» la lleva otra pregunta del archivo.` });
    return { ...question, key: null };
  });
}
