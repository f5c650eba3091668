import type { DetailedError, Upload } from 'tus-js-client';
import type { Refused } from '../api/client.ts';

type Code = Refused['code'];
export type Sending = {
  progress: (percent: number) => void;
  /** The network is away: it goes on by itself. */
  waiting: () => void;
  done: () => void;
  refused: (code: Code) => void;
};

/** A piece that a slow link brings in ten seconds. */
const piece = 512 * 1024;
const pauses = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];

const isDetailed = (error: unknown): error is DetailedError =>
  typeof error === 'object' && error !== null && 'originalResponse' in error;

/** What the server said, or null where nothing came from it. */
function codeOf(error: unknown): Code | null {
  if (!isDetailed(error) || !error.originalResponse) return null;
  try {
    return (JSON.parse(error.originalResponse.getBody()) as { code?: Code }).code ?? 'unexpected';
  } catch {
    return error.originalResponse.getStatus() === 413 ? 'too_large' : 'unexpected';
  }
}

const passes = (code: Code) => ['unexpected', 'unavailable', 'too_slow', 'too_many'].includes(code);

/** Sends a file in pieces. Interrupted, it goes on where it stopped, also when the same file is chosen again later. */
export async function sendFile(file: File, submission: string, told: Sending): Promise<Upload> {
  const { Upload: Tus } = await import('tus-js-client');
  const upload: Upload = new Tus(file, {
    endpoint: '/api/uploads',
    chunkSize: piece,
    retryDelays: pauses,
    removeFingerprintOnSuccess: true,
    metadata: { submission, filename: file.name },
    fingerprint: () => Promise.resolve(['aula', submission, file.name, file.size, file.lastModified].join('.')),
    onProgress: (sent, all) => told.progress(all ? Math.floor((sent * 100) / all) : 0),
    onShouldRetry: (error) => {
      const code = codeOf(error);
      if (code === null) told.waiting();
      return code === null || passes(code);
    },
    onError: (error) => {
      const code = codeOf(error);
      if (code === null) {
        told.waiting();
        addEventListener('online', () => upload.start(), { once: true });
      } else told.refused(code);
    },
    onSuccess: () => told.done(),
  });
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  upload.start();
  return upload;
}
