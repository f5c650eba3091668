import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import type { AnswerProps, BodyOf } from './answered.ts';
import { words } from './words.ts';

const { file: says } = words.answer;

export type UploadProps = {
  position: number;
  /** How many, how big and of which kinds they may be. */
  rules: Pick<BodyOf<'file'>, 'maxFiles' | 'maxBytes' | 'types'>;
  /** Ids of those that are there. */
  files: readonly string[];
  change: (files: string[]) => void;
};
export type Upload = (props: UploadProps) => ReactNode;

/** Files that a person marks. Where nothing can be uploaded (a preview), only the rules are shown. */
export function Files({
  position,
  body,
  response,
  answer,
  upload,
}: AnswerProps<'file'> & { upload?: Upload | undefined }) {
  const kind = 'file';
  const { maxFiles, maxBytes, types } = body;
  const files = response?.kind === kind ? response.files : [];
  if (upload) {
    const change = (next: string[]) => answer(next.length === 0 ? null : { kind, files: next });
    return upload({ position, rules: body, files, change });
  }
  return (
    <p className="meta">
      <Icon name="attach" /> {says.rules(maxFiles, maxBytes, types)}
    </p>
  );
}
