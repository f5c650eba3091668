import { useMemo, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Refused } from '../api/client.ts';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { refusals } from '../words/refusals.ts';
import { draftOf, type Draft, spelled } from './rules-draft.ts';
import type { Faults } from './rules-faults.ts';
import { RulesDraft } from './rules-fields.tsx';
import { Categories, Items, Rest } from './rules-parts.tsx';
import { RulesPreview } from './rules-preview.tsx';
import { words as says } from './rules-words.ts';
import type { Preview, Scheme } from './schemas.ts';

export type Answer = {
  draft: Draft;
  faults: Faults;
  preview: Preview | null;
  refused: Refused | null;
  saved: boolean;
};
type FormProps = { scheme: Scheme; answer: Answer | undefined };

const none: Faults = {};
const isSame = (a: Draft, b: Draft) => spelled(a) === spelled(b);

/** Other rules: written field by field, tried, and saved only as they were tried. */
export function RulesForm({ scheme, answer }: FormProps) {
  const [draft, write] = useState(() => answer?.draft ?? draftOf(scheme));
  const course = useMemo(() => draftOf({ ...scheme, rules: scheme.course }), [scheme]);
  const faults = answer?.faults ?? none;
  const writing = useMemo(() => ({ draft, faults, write }), [draft, faults]);
  const form = useFaultFocus(faults === none ? undefined : faults);
  return (
    <section className="stack gap-4" aria-labelledby="cambiar">
      <SectionTitle id="cambiar">{says.change}</SectionTitle>
      <p>{says.lead}</p>
      <Form method="post" className="stack gap-6" preventScrollReset noValidate ref={form}>
        <input type="hidden" name="n" value={scheme.n} />
        <input type="hidden" name="course" value={spelled(course)} />
        <input type="hidden" name="units" value={draft.units.join(' ')} />
        <input type="hidden" name="categories" value={draft.categories.join(' ')} />
        <RulesDraft value={writing}>
          <Categories />
          <Items units={scheme.units} />
          <Rest />
        </RulesDraft>
        {answer && <Refusal answer={answer} />}
        <Tried {...{ answer, draft }} passGrade={scheme.passGrade} />
        {!isSame(course, draft) && (
          <p>
            <button type="button" className="btn" onClick={() => write(course)}>
              {says.back}
            </button>
          </p>
        )}
      </Form>
    </section>
  );
}

type TriedProps = { answer: Answer | undefined; draft: Draft; passGrade: number };

/** What was tried, and what can be done now: saving is offered for what stands in the form once it was tried as it stands. */
function Tried({ answer, draft, passGrade }: TriedProps) {
  const preview = answer?.preview;
  if (!answer || !preview || preview.problems.length > 0) return <Acts isTried={false} />;
  const isTried = isSame(answer.draft, draft);
  return (
    <>
      <RulesPreview preview={preview} passGrade={passGrade} />
      {!isTried && <p>{says.old}</p>}
      <Acts isTried={isTried} />
    </>
  );
}

function Acts({ isTried }: { isTried: boolean }) {
  const busy = useNavigation().formMethod !== undefined || undefined;
  return (
    <p className="cluster">
      <button className={isTried ? 'btn' : 'btn primary'} name="intent" value="preview" aria-busy={busy}>
        {says.preview}
      </button>
      {isTried && (
        <button className="btn primary" name="intent" value="save" aria-busy={busy}>
          {says.save}
        </button>
      )}
    </p>
  );
}

function Refusal({ answer: { faults, preview, refused } }: { answer: Answer }) {
  if (Object.keys(faults).length > 0)
    return (
      <Notice tone="danger" role="alert" title={says.faults}>
        {says.faultsText}
      </Notice>
    );
  const problems = preview?.problems ?? problemsIn(refused);
  if (refused && problems.length === 0)
    return (
      <Notice tone="danger" role="alert" title={says.refused}>
        {refusals[refused.code]}
      </Notice>
    );
  return problems.length > 0 ? <Problems problems={problems} /> : null;
}

const Problems = ({ problems }: { problems: string[] }) => (
  <Notice tone="danger" role="alert" title={says.problems}>
    <ul>
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  </Notice>
);

/** What the API says of rules that do not hold. */
function problemsIn(refused: Refused | null): string[] {
  const problems = refused?.detail?.['problems'];
  return Array.isArray(problems) ? problems.filter((each) => typeof each === 'string') : [];
}
