import type { Schemas } from '../api/client.ts';

export type SentFile = Schemas['SubmissionFeedback']['versions'][number]['files'][number];

const isPdf = ({ mediaType }: SentFile) => mediaType === 'application/pdf';
const isPicture = ({ mediaType }: SentFile) => /^image\/(png|jpeg|gif|webp)$/.test(mediaType);
/** As what a file is shown here; null where it can only be downloaded, as all that could run something. */
export const shownAs = (file: SentFile) => (isPdf(file) ? 'pdf' : isPicture(file) ? 'picture' : null);

/** Where the bytes of a submission's file are. */
export const addressOfFile = (submission: string, { id }: SentFile) => `/api/submissions/${submission}/files/${id}`;

/** 214000 is «214 kB»; 1500000 is «1,5 MB». */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}\u00a0kB`;
  return `${String(Math.round(bytes / 100_000) / 10).replace('.', ',')}\u00a0MB`;
}
