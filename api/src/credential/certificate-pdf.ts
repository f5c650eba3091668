import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeError, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import qrcode from 'qrcode';
import { groupCode } from './code.policy.ts';

/** What a certificate says. The RUN comes as it is to be shown: in full for its holder, masked for anyone else. */
export type CertificateData = {
  kind: 'course' | 'programme';
  personName: string;
  run: string;
  institution: string | null;
  /** Of the region to mark on the strip of the country: `AP` … `MA`. Null marks none. */
  regionStrip: string | null;
  title: string;
  minutes: number;
  /** `5,4`, or null where the policy leaves it out. */
  grade: string | null;
  /** `2026-04-07`. */
  startedOn: string;
  completedOn: string;
  issuedAt: Date;
  folio: string;
  /** Twelve characters, not grouped. */
  code: string;
  /** The page that verifies this certificate. */
  verificationUrl: string;
  annulled?: boolean;
};

const workspace = fileURLToPath(new URL('../../assets', import.meta.url));

const months = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio'],
  ...['julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
];

/** A line does not end inside a date or between a number and what it counts. */
const unbroken = (words: string) => words.replaceAll(' ', '\u00a0');

/** Of `2026-04-07`: `7 de abril`, and `2026`. */
function wordsOf(date: string): { day: string; year: string } {
  const [year = '', month, day] = date.split('-');
  return { day: unbroken(`${Number(day)} de ${months[Number(month) - 1] ?? ''}`), year };
}

const inWords = (date: string) => {
  const { day, year } = wordsOf(date);
  return unbroken(`${day} de ${year}`);
};

function between(from: string, until: string): string {
  if (from === until) return `el\u00a0${inWords(from)}`;
  const start = wordsOf(from);
  const year = start.year === wordsOf(until).year ? '' : unbroken(` de ${start.year}`);
  return `entre el\u00a0${start.day}${year} y\u00a0el\u00a0${inWords(until)}`;
}

/** The day (as Swedes write it: `2026-04-07`) of an instant where the office is; certificates carry one calendar for the whole country. */
const dayOf = (instant: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Santiago' }).format(instant);

function hoursOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const whole = hours === 1 ? '1\u00a0hora cronológica' : `${hours}\u00a0horas cronológicas`;
  return rest === 0 ? whole : `${whole} y ${rest}\u00a0minutos`;
}

/** Where to type the code: `aula.ejemplo.cl/verificar`, for people who cannot scan. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname.replace(/\/[^/]*$/, '');
}

const plain = (words: string) => ({ words, isStrong: false });
const strong = (words: string) => ({ words, isStrong: true });

/** Every sentence of the page, so that the template only sets type. */
function textOf(data: CertificateData) {
  const thing = data.kind === 'course' ? 'curso' : 'diplomado';
  return {
    documentTitle: `Certificado de aprobación: ${data.title}`,
    personName: data.personName,
    holder: [`RUN ${data.run}`, ...(data.institution ? [data.institution] : [])].join(' · '),
    approved: `aprobó el ${thing}`,
    title: data.title,
    statement: [
      plain(`de ${hoursOf(data.minutes)}, dictado ${between(data.startedOn, data.completedOn)}.`),
      ...(data.grade
        ? [plain(' Su nota final fue '), strong(data.grade), plain(', en escala de 1,0\u00a0a\u00a07,0.')]
        : []),
    ],
    issued: `Emitido el ${inWords(dayOf(data.issuedAt))}`,
    notices: [
      'Se comprueba en línea con el código o el QR, sin crear una cuenta.',
      `Contenido del ${thing} por validar por la Unidad.`,
    ],
    annulled: data.annulled ? 'Certificado anulado: no acredita la aprobación.' : null,
    regionStrip: data.regionStrip,
    folio: data.folio,
    code: groupCode(data.code),
    verificationUrl: data.verificationUrl,
    verificationPlace: placeOf(data.verificationUrl),
    qrAlt: `Código QR que lleva a ${data.verificationUrl}, donde se verifica este certificado.`,
  };
}

/** Letters with their accents in one piece, and nothing that is not to be seen: so the font has them all. */
const drawable = (_: string, value: unknown) =>
  typeof value === 'string' ? value.normalize('NFC').replace(/\p{C}/gu, '') : value;

let compiler: NodeCompiler | undefined;

type Diagnostic = { message: string; range: { start: { line: number } } | null };

/** What Typst found wrong in the template, with the line. */
function reasonsOf(compiler: NodeCompiler, error: NodeError | null): string {
  const found = error ? (compiler.fetchDiagnostics(error) as Diagnostic[]) : [];
  return found.map(({ message, range }) => (range ? `line ${range.start.line + 1}: ${message}` : message)).join('; ');
}

/** What an export that failed complains of; Typst hands it over inside a dump of its own. */
function messageOf(error: unknown): string {
  const dump = error instanceof Error ? error.message : String(error);
  const quoted = Array.from(dump.matchAll(/message: "((?:[^"\\]|\\.)*)"/g), ([, message = '']) => message);
  return quoted.length > 0 ? quoted.join('; ').replaceAll(/\\(["`\\])/g, '$1') : dump;
}

function draw(inputs: Record<string, string>, issuedAt: Date): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace });
  const compiled = compiler.compile({ mainFilePath: `${workspace}/certificate.typ`, inputs });
  if (!compiled.result) throw new Error(reasonsOf(compiler, compiled.takeDiagnostics()));
  const creationTimestamp = Math.floor(issuedAt.getTime() / 1000);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: PdfStandard.UA_1, creationTimestamp });
  compiler.evictCache(10);
  return pdf;
}

/**
 * Draws a certificate as PDF/UA-1: one page, tagged, its fonts inside. The same data gives the same bytes.
 * @throws Error with what Typst says when the page cannot be drawn
 */
export async function certificatePdf(data: CertificateData): Promise<Uint8Array> {
  const qr = await qrcode.toString(data.verificationUrl, { type: 'svg', margin: 0, color: { dark: '#1a2227ff' } });
  const inputs = { data: JSON.stringify(textOf(data), drawable), qr };
  try {
    return draw(inputs, data.issuedAt);
  } catch (error) {
    throw new Error(`The certificate ${data.folio} cannot be drawn: ${messageOf(error)}`, { cause: error });
  }
}
