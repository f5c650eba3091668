import { useEffect, useRef, useState } from 'react';
import { api, type Refused, write } from '../api/client.ts';
import type { UploadProps } from '../question/file.tsx';
import { Notice } from '../ui/notice.tsx';
import { Upload, type Uploaded } from '../ui/upload.tsx';
import { refusals } from '../words/refusals.ts';
import { words } from './words.ts';

type AnswerFilesProps = UploadProps & {
  attempt: string;
  /** Those that the server had when the page was made, be they in the answer or not. */
  arrived: readonly Uploaded[];
  /** Whether an answer may change now. */
  live: boolean;
};

/** Hands in the files of an answer: whatever has arrived is the answer, and stays so if the page is left and opened again. */
export function AnswerFiles({ attempt, position, rules, files, change, arrived, live }: AnswerFilesProps) {
  const [here, setHere] = useState<readonly Uploaded[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [refused, refuse] = useState<Refused['code'] | null>(null);
  const there = [...arrived, ...here].filter(
    ({ id }, i, all) => !gone.has(id) && all.findIndex((one) => one.id === id) === i,
  );
  useAnswer({ there: there.map(({ id }) => id), files, change, live });

  const open = async () => {
    const params = { path: { id: attempt, position } };
    const answer = await write(api.POST('/api/attempts/{id}/answers/{position}/draft', { params }));
    refuse(answer.refused?.code ?? null);
    return answer.done?.id ?? null;
  };
  const remove = async ({ id: file }: Uploaded) => {
    const id = await open();
    if (!id) return;
    const answer = await write(api.DELETE('/api/submissions/{id}/files/{file}', { params: { path: { id, file } } }));
    const code = answer.refused?.code;
    // what an earlier version holds stays there, and is named no more
    if (code === undefined || code === 'not_found') setGone((all) => new Set([...all, file]));
    else refuse(code);
  };
  return (
    <>
      <Upload
        rules={rules}
        files={there}
        open={open}
        arrived={(file) => setHere((all) => [...all, file])}
        remove={(file) => void remove(file)}
      />
      {refused && (
        <Notice tone="danger" role="alert" title={words.attempt.filesRefused}>
          {refusals[refused]}
        </Notice>
      )}
    </>
  );
}

type Answering = Pick<AnswerFilesProps, 'files' | 'change' | 'live'> & { there: string[] };

/** Answers with what is there, once for each change of it. */
function useAnswer({ there, files, change, live }: Answering): void {
  const told = useRef<string | null>(null);
  const [now, answered] = [there.join(), files.join()];
  useEffect(() => {
    if (!live || now === answered || now === told.current) return;
    told.current = now;
    change(now === '' ? [] : now.split(','));
  });
}
