import { useCallback, useEffect, useId, useState } from 'react';
import { api, type Schemas, write } from '../api/client.ts';
import { Dialog } from '../ui/dialog.tsx';
import { refusals } from '../words/refusals.ts';
import { words } from './words.ts';

const { bank: says } = words;

type Kept = Schemas['BankCommentList']['items'][number];
type BankProps = { submission: string; insert: (body: string) => void; close: () => void };

/** Comments kept to be used again: look for one, put it where one was writing, keep another. */
export function CommentBank({ submission, insert, close }: BankProps) {
  const [items, setItems] = useState<Kept[]>([]);
  const [refused, refuse] = useState<string | null>(null);
  const [sought, seek] = useState('');
  const id = useId();
  const load = useCallback(
    async (q: string) => {
      const params = { path: { id: submission }, query: q ? { q } : {} };
      const { done, refused: why } = await write(api.GET('/api/submissions/{id}/comments', { params }));
      if (done) setItems(done.items);
      refuse(why && refusals[why.code]);
    },
    [submission],
  );
  useEffect(() => void load(''), [load]);
  const use = async ({ id: comment, body }: Kept) => {
    insert(body);
    close();
    const params = { path: { id: submission, comment } };
    await write(api.PUT('/api/submissions/{id}/comments/{comment}/use', { params }));
  };
  const remove = async (comment: string) => {
    await write(api.DELETE('/api/bank-comments/{id}', { params: { path: { id: comment } } }));
    await load(sought);
  };
  return (
    <Dialog title={says.title} onClose={close}>
      <form
        className="field"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void load(sought);
        }}
      >
        <label htmlFor={id}>{says.find}</label>
        <div className="cluster nowrap gap-2">
          <input
            className="input"
            id={id}
            type="search"
            data-safe
            value={sought}
            onChange={({ target }) => seek(target.value)}
          />
          <button className="btn">{says.search}</button>
        </div>
      </form>
      {refused && <p role="alert">{refused}</p>}
      {items.length === 0 ? (
        <p className="meta">{says.empty}</p>
      ) : (
        <ul className="rows bank-list">
          {items.map((kept) => (
            <Line key={kept.id} kept={kept} use={() => void use(kept)} remove={() => void remove(kept.id)} />
          ))}
        </ul>
      )}
      <NewComment submission={submission} kept={() => void load(sought)} />
      <p>
        <button type="button" className="btn" onClick={close}>
          {says.close}
        </button>
      </p>
    </Dialog>
  );
}

function Line({ kept, use, remove }: { kept: Kept; use: () => void; remove: () => void }) {
  const { body, mine, shared, by } = kept;
  return (
    <li>
      <span>{body}</span>
      <span className="cluster between">
        <span className="fine">{mine ? shared && says.shared : says.by(by)}</span>
        <span className="cluster gap-2">
          {mine && (
            <button type="button" className="btn quiet" aria-label={says.removeOne(body)} onClick={remove}>
              {says.remove}
            </button>
          )}
          <button type="button" className="btn" aria-label={says.insertOne(body)} onClick={use}>
            {says.insert}
          </button>
        </span>
      </span>
    </li>
  );
}

function NewComment({ submission, kept }: { submission: string; kept: () => void }) {
  const [body, setBody] = useState('');
  const [shared, share] = useState(false);
  const [refused, refuse] = useState<string | null>(null);
  const id = useId();
  const keep = async () => {
    const call = api.POST('/api/submissions/{id}/comments', {
      params: { path: { id: submission } },
      body: { body, shared },
    });
    const { refused: why } = await write(call);
    refuse(why && refusals[why.code]);
    if (why) return;
    setBody('');
    kept();
  };
  return (
    <form
      className="stack gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <div className="field">
        <label htmlFor={id}>{says.new}</label>
        <textarea
          className="input"
          id={id}
          rows={2}
          required
          maxLength={2000}
          value={body}
          onChange={({ target }) => setBody(target.value)}
        />
      </div>
      <label className="option plain">
        <input type="checkbox" checked={shared} onChange={({ target }) => share(target.checked)} />
        {says.share}
      </label>
      {refused && <p role="alert">{refused}</p>}
      <p>
        <button className="btn">{says.keep}</button>
      </p>
    </form>
  );
}
