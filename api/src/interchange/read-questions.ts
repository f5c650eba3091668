import { setImmediate } from 'node:timers/promises';
import { now } from '../platform/clock.ts';
import { decode } from './encoding.ts';
import { ExchangeQuestion, type Limits, type Report } from './exchange.schema.ts';
import { Job, type Piece } from './job.ts';
import { limits as usual } from './limits.ts';
import { faultOf } from './question-fault.policy.ts';
import { readers } from './readers.ts';
import { recognise } from './recognise.ts';
import { FileRefused, Refused } from './refused.ts';

type Options = {
  limits?: Partial<Limits>;
  /** From 0 to 1, now and then. */
  onProgress?: (part: number) => void | Promise<void>;
};

/** How long the process works before it lets others have their turn, in milliseconds. */
const turn = 20;

/**
 * Reads a file of questions, whatever of the known formats it is; `name` only helps to tell. Never throws for what the
 * file holds: a question that can not come whole is refused with its line and a reason, and a file that can not be read
 * (unknown, broken, too big, dangerous) answers `readable: false`, nothing imported, and one refusal that says why.
 * Writes nothing anywhere. Lets other work have its turn while it reads.
 */
export async function readQuestions(bytes: Uint8Array, name: string, options: Options = {}): Promise<Report> {
  const limits = { ...usual, ...options.limits };
  const report: Report = { format: null, readable: true, imported: [], withLoss: [], refused: [] };
  try {
    if (bytes.length > limits.bytes) throw new FileRefused(`El archivo pesa más de ${limits.bytes / 1_000_000} MB`);
    const file = recognise(bytes, name, decode);
    report.format = file.format;
    await readAll(readers[file.format](file, limits), report, limits, options);
    return report;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const refused = [{ line: error.line, reason: `${error.message}.` }];
    return { format: report.format, readable: false, imported: [], withLoss: [], refused };
  }
}

type Pieces = Iterable<Piece> | AsyncIterable<Piece>;

async function readAll(pieces: Pieces, report: Report, limits: Limits, { onProgress }: Options): Promise<void> {
  const began = now().getTime();
  const keys = new Map<string, number>();
  let [turned, count] = [began, 0];
  for await (const piece of pieces) {
    if (++count > limits.questions)
      throw new FileRefused(`El archivo trae más de ${limits.questions} preguntas`, piece.line);
    readOne(piece, report, limits, keys);
    const time = now().getTime();
    if (time - began > limits.milliseconds) throw new FileRefused('Leer el archivo toma demasiado tiempo', piece.line);
    if (time - turned < turn) continue;
    await onProgress?.(piece.at);
    await setImmediate();
    turned = now().getTime();
  }
  if (count === 0) throw new FileRefused('El archivo no trae preguntas');
  await onProgress?.(1);
}

function readOne(piece: Piece, report: Report, limits: Limits, keys: Map<string, number>): void {
  const { line } = piece;
  const job = new Job(limits);
  try {
    const question = checked(piece.read(job));
    takeKey(question, line, keys);
    const losses = [...job.losses];
    report.imported.push({ line, question, losses });
    if (losses.length > 0) report.withLoss.push({ line, what: `${losses.join('. ')}.` });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    report.refused.push({ line, reason: `${error.message}.` });
  }
}

/** The last look before a question counts as whole. */
function checked(question: ExchangeQuestion): ExchangeQuestion {
  const parsed = ExchangeQuestion.safeParse(question);
  if (!parsed.success)
    throw new Refused(`Un dato no cabe en el banco (${parsed.error.issues[0]?.path.join('.') ?? ''})`);
  const fault = faultOf(parsed.data);
  if (fault) throw new Refused(fault);
  return parsed.data;
}

function takeKey({ key }: ExchangeQuestion, line: number, keys: Map<string, number>): void {
  if (!key) return;
  const earlier = keys.get(key);
  if (earlier !== undefined) throw new Refused(`La clave «${key}» ya está en la línea ${earlier}`);
  keys.set(key, line);
}
