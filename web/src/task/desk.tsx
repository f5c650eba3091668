import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { api, type Schemas, write } from '../api/client.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { plainText } from '../ui/plain-text.ts';
import { RichText } from '../ui/rich-text.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { Upload, type Uploaded } from '../ui/upload.tsx';
import { useScript } from '../ui/use-script.ts';
import { refusals } from '../words/refusals.ts';
import type { DraftKeeper, DraftState } from './draft-keeper.ts';
import { useDraft } from './use-draft.ts';
import { words } from './words.ts';

type Task = Schemas['Task'];
type Code = keyof typeof refusals;

const wordsIn = (html: string) =>
  plainText(html.replace(/<\/(p|li|h\d|td|th|tr|pre|blockquote)>|<br>/g, ' ')).match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)
    ?.length ?? 0;
const pathOf = ({ enrolmentId, key }: Task) => ({ path: { id: enrolmentId, unit: key } });

/** Where a task is written, files are added, and all of it is handed in. */
export function Desk({ task }: { task: Task }) {
  const { keeper, state } = useDraft(task);
  const [refused, refuse] = useState<Code | null>(null);
  const length = wordsIn(state.html);
  return (
    <section className="stack gap-5 no-print" aria-labelledby="yours">
      <SectionTitle id="yours">{words.yours}</SectionTitle>
      {task.takesText && <Writing task={task} keeper={keeper} state={state} length={length} />}
      {task.takesFiles && <Files task={task} refuse={refuse} />}
      {(refused ?? state.refused) && (
        <Notice tone="danger" role="alert" title={words.refused}>
          {refusals[(refused ?? state.refused) as Code]}
        </Notice>
      )}
      <Sending task={task} keeper={keeper} state={state} length={length} refuse={refuse} />
    </section>
  );
}

type WritingProps = { task: Task; keeper: DraftKeeper | null; state: DraftState; length: number };
const tones = { saved: 'success', saving: 'info', unsaved: 'pending', stale: 'danger' } as const;

function Writing({ task: { minWords, maxWords }, keeper, state, length }: WritingProps) {
  const [round, again] = useState(0);
  const theirs = () => {
    keeper?.takeTheirs();
    again(round + 1);
  };
  return (
    <div className="stack gap-2">
      <RichText
        key={`${keeper ? 'live' : 'still'}-${round}`}
        label={words.text}
        hint={words.asked(minWords, maxWords) || undefined}
        html={state.html}
        change={(html) => keeper?.change(html)}
      />
      <p className="cluster gap-3" role="status">
        <span className="meta">{words.words(length)}</span>
        <Status tone={tones[state.saving]} icon={state.saving === 'saved' ? 'saved' : 'sync'} wrap>
          {words.saving[state.saving]}
        </Status>
      </p>
      {state.saving === 'stale' && (
        <Notice tone="pending" role="alert" title={words.saving.stale}>
          <p>{words.staleHow}</p>
          <p className="cluster gap-3">
            <button className="btn" type="button" onClick={() => keeper?.keepMine()}>
              {words.keepMine}
            </button>
            <button className="btn" type="button" onClick={theirs}>
              {words.takeTheirs}
            </button>
          </p>
        </Notice>
      )}
    </div>
  );
}

type Refuse = (code: Code | null) => void;

function Files({ task, refuse }: { task: Task; refuse: Refuse }) {
  const { revalidate } = useRevalidator();
  const open = async () => {
    const { done, refused } = await write(
      api.POST('/api/enrolments/{id}/tasks/{unit}/draft', { params: pathOf(task) }),
    );
    refuse(refused?.code ?? null);
    return done?.id ?? null;
  };
  const remove = async ({ id: file }: Uploaded) => {
    const path = { id: task.submissionId ?? '', file };
    const { refused } = await write(api.DELETE('/api/submissions/{id}/files/{file}', { params: { path } }));
    refuse(refused?.code ?? null);
    await revalidate();
  };
  const { fileTypes: types, maxFiles, maxBytes } = task;
  return (
    <div className="stack gap-2">
      <h3 className="small-title">{words.files}</h3>
      <Upload
        rules={{ types, maxFiles, maxBytes }}
        files={task.draft.files}
        open={open}
        arrived={() => void revalidate()}
        remove={(file) => void remove(file)}
      />
    </div>
  );
}

/** Says what is sent before it is. */
function Sending({ task, keeper, state, length, refuse }: WritingProps & { refuse: Refuse }) {
  const { revalidate } = useRevalidator();
  const script = useScript();
  const [asking, ask] = useState(false);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    if (keeper && !(await keeper.settle())) refuse('offline');
    else {
      const body = { seq: keeper?.snapshot().seq ?? state.seq };
      const call = api.POST('/api/enrolments/{id}/tasks/{unit}/submission', { params: pathOf(task), body });
      refuse((await write(call)).refused?.code ?? null);
      await revalidate();
    }
    setBusy(false);
    ask(false);
  };
  return (
    <>
      <p data-waiting={script ? undefined : ''}>
        <button className="btn primary" type="button" onClick={() => ask(true)}>
          {words.send}
        </button>
      </p>
      {asking && (
        <Dialog title={words.confirm} onClose={() => ask(false)}>
          <p>{words.confirmWhat(length, task.draft.files.length)}</p>
          {task.now > task.dueAt && <p>{words.confirmLate}</p>}
          {task.group && <p>{words.confirmGroup}</p>}
          <p className="cluster gap-3">
            <button className="btn" type="button" data-safe="" onClick={() => ask(false)}>
              {words.back}
            </button>
            <button className="btn primary" type="button" aria-busy={busy || undefined} onClick={() => void send()}>
              {busy ? words.sending : words.send}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
