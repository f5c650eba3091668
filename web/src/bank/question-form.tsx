import { useEffect, useRef, useState } from 'react';
import { Form, Link, useNavigation } from 'react-router';
import type { Refused, Schemas } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { refusals } from '../words/refusals.ts';
import { AboutFields } from './about-fields.tsx';
import { type Draft, wordingOf } from './draft.ts';
import { Faults, Text } from './fields.tsx';
import { says } from './form-words.ts';
import { WordingFields } from './wording-fields.tsx';

type QuestionFormProps = {
  start: Draft;
  about: Schemas['BankQuestion']['about'];
  facets: Schemas['BankFacets'];
  refused: Refused | null;
  /** The version that is edited; without it the question is new. */
  base?: string;
};

/** Writes a question, or another version of one. */
export function QuestionForm({ start, about, facets, refused, base }: QuestionFormProps) {
  const [draft, setDraft] = useState(start);
  const form = useRef<HTMLFormElement>(null);
  const busy = useNavigation().state === 'submitting';
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  return (
    <Faults.Provider value={refused?.errors ?? []}>
      <Form method="post" ref={form} className="question-form">
        <input type="hidden" name="wording" value={JSON.stringify(wordingOf(draft))} />
        {base && <input type="hidden" name="base" value={base} />}
        <noscript>{says.needsScript}</noscript>
        {refused && <Refusal refused={refused} />}
        <div className="split">
          <section className="stack gap-5">
            <WordingFields draft={draft} change={setDraft} />
          </section>
          <aside className="stack gap-4 panel" aria-labelledby="about">
            <h2 className="section-title thin" id="about">
              {says.about}
            </h2>
            <Text
              label={says.points}
              path="wording.points"
              value={draft.points}
              mode="decimal"
              onChange={(points) => setDraft({ ...draft, points })}
            />
            <AboutFields about={about} facets={facets} />
            {base && <Field label={says.note} hint={says.noteHint} name="note" maxLength={500} required />}
            <button className="btn primary block" aria-busy={busy || undefined}>
              {base ? says.saveVersion : says.save}
            </button>
          </aside>
        </div>
      </Form>
    </Faults.Provider>
  );
}

function Refusal({ refused }: { refused: Refused }) {
  return (
    <Notice tone="danger" role="alert" title={refusals[refused.code]}>
      {refused.code === 'stale_question' && (
        <p>
          <Link to="?tab=versiones">{says.stale}</Link>
        </p>
      )}
    </Notice>
  );
}
