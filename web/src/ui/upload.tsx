import './upload.css';
import { useId, useRef, useState } from 'react';
import type { Upload as Tus } from 'tus-js-client';
import type { Refused } from '../api/client.ts';
import { refusals } from '../words/refusals.ts';
import { Icon } from './icon.tsx';
import { isHeic, lighter } from './lighter-photo.ts';
import { Notice } from './notice.tsx';
import { sendFile } from './send-file.ts';
import { weight, words } from './upload-words.ts';
import { useScript } from './use-script.ts';

export type Uploaded = { id: string; name: string; size: number };
type UploadProps = {
  rules: { types: readonly string[]; maxFiles: number; maxBytes: number };
  files: readonly Uploaded[];
  /** Opens the draft to which they belong; null where it could not, which the page says. */
  open: () => Promise<string | null>;
  /** One more has arrived. */
  arrived: (file: Uploaded) => void;
  remove: (file: Uploaded) => void;
};
type Going = { key: string; name: string; percent: number; waiting: boolean; upload?: Tus };
type Fault = { name: string; why: string };

/** Chooses files, sends them in pieces with their progress, and lists those that are there. */
export function Upload({ rules, files, open, arrived, remove }: UploadProps) {
  const script = useScript();
  const hint = useId();
  const [reduce, setReduce] = useState(true);
  const { going, faults, add, cancel, dismiss } = useSending({ rules, open, arrived });
  const full = files.length + going.length >= rules.maxFiles;
  return (
    <div className="stack gap-3 upload">
      <p className="meta" id={hint}>
        {words.rules(rules.types, rules.maxFiles, rules.maxBytes)}
      </p>
      <ul className="rows" aria-label={words.list}>
        {files.map((file) => (
          <li key={file.id} className="cluster gap-3">
            <Icon name="attach" />
            <span className="grow">
              {file.name} <span className="meta">{weight(file.size)}</span>
            </span>
            <button className="btn" type="button" aria-label={words.removeOf(file.name)} onClick={() => remove(file)}>
              <Icon name="trash" />
              {words.remove}
            </button>
          </li>
        ))}
        {going.map((one) => (
          <OnItsWay key={one.key} going={one} cancel={() => cancel(one)} />
        ))}
        {files.length + going.length === 0 && <li className="meta">{words.none}</li>}
      </ul>
      {faults.map(({ name, why }) => (
        <Notice key={name} tone="danger" role="alert" title={`${words.failed} «${name}»`}>
          {why}
        </Notice>
      ))}
      {!full && (
        <div className="cluster gap-4" data-waiting={script ? undefined : ''}>
          <FileButton rules={rules} hint={hint} chosen={(chosen) => void add(chosen, reduce)} />
          <label className="cluster nowrap gap-2">
            <input type="checkbox" checked={reduce} onChange={({ target }) => setReduce(target.checked)} />
            {words.reduce}
          </label>
        </div>
      )}
      {faults.length > 0 && (
        <p>
          <button className="btn" type="button" onClick={dismiss}>
            {words.dismiss}
          </button>
        </p>
      )}
    </div>
  );
}

type FileButtonProps = { rules: UploadProps['rules']; hint: string; chosen: (files: File[]) => void };

function FileButton({ rules, hint, chosen }: FileButtonProps) {
  return (
    <label className="btn file-button">
      <Icon name="attach" />
      {words.add}
      <input
        type="file"
        multiple
        accept={[...rules.types.map((type) => `.${type}`), ...(rules.types.includes('jpg') ? ['.heic'] : [])].join()}
        aria-describedby={hint}
        onChange={({ target }) => {
          chosen([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </label>
  );
}

function OnItsWay({ going: { name, percent, waiting }, cancel }: { going: Going; cancel: () => void }) {
  return (
    <li className="stack gap-1">
      <span className="cluster gap-3">
        <span className="grow">{name}</span>
        <button className="btn" type="button" aria-label={words.cancelOf(name)} onClick={cancel}>
          <Icon name="close" />
          {words.cancel}
        </button>
      </span>
      <progress max={100} value={percent} aria-label={words.progress(name)} />
      <span className="meta" role="status">
        {waiting ? words.waiting : words.sending(percent)}
      </span>
    </li>
  );
}

function whyOf(code: Refused['code'], { maxBytes }: UploadProps['rules']): string {
  return code === 'too_large' ? words.tooLarge(maxBytes) : refusals[code];
}

/** What is on its way, and what was not taken. */
function useSending({ rules, open, arrived }: Pick<UploadProps, 'rules' | 'open' | 'arrived'>) {
  const [going, setGoing] = useState<Going[]>([]);
  const [faults, setFaults] = useState<Fault[]>([]);
  const count = useRef(0);
  const change = (key: string, part: Partial<Going>) =>
    setGoing((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: string) => setGoing((all) => all.filter((one) => one.key !== key));
  const refuse = (name: string, code: Refused['code']) =>
    setFaults((all) => [...all.filter((one) => one.name !== name), { name, why: whyOf(code, rules) }]);

  const send = async (chosen: File, submission: string, reduce: boolean) => {
    const file = await lighter(chosen, reduce);
    if (isHeic(file)) {
      refuse(chosen.name, 'heic_file');
      return;
    }
    if (file.size > rules.maxBytes) {
      refuse(chosen.name, 'too_large');
      return;
    }
    const key = String(++count.current);
    const { name } = file;
    setGoing((all) => [...all, { key, name, percent: 0, waiting: false }]);
    const upload = await sendFile(file, submission, {
      progress: (percent) => change(key, { percent, waiting: false }),
      waiting: () => change(key, { waiting: true }),
      done: () => {
        drop(key);
        arrived({ id: upload.url?.split('/').at(-1) ?? '', name, size: file.size });
      },
      refused: (code) => {
        drop(key);
        refuse(name, code);
      },
    });
    change(key, { upload });
  };
  return {
    going,
    faults,
    dismiss: () => setFaults([]),
    add: async (chosen: File[], reduce: boolean) => {
      setFaults([]);
      const submission = await open();
      if (submission) for (const file of chosen) await send(file, submission, reduce);
    },
    cancel: ({ key, upload }: Going) => {
      void upload?.abort(true).catch(() => undefined);
      drop(key);
    },
  };
}
