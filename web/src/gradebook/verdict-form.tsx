import { Form, useNavigation } from 'react-router';
import type { Refused } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { refusals } from '../words/refusals.ts';
import { words } from './appeal-words.ts';

const { appeal: says } = words;
type FormProps = { instance: 'asked' | 'second'; refused: Refused | null | undefined };

/** The verdict on a request: accepted with a new nota, or rejected; either with its reason. */
export function VerdictForm({ instance, refused }: FormProps) {
  const form = useFaultFocus(refused);
  const busy = useNavigation().formMethod !== undefined;
  const wrong = (name: string) => refused?.errors.some(({ path }) => path === name);
  const unexplained = wrong('explanation') ? says.wrong.explanation : undefined;
  return (
    <section className="stack gap-4" aria-labelledby="responder">
      <SectionTitle id="responder">{says.answer[instance]}</SectionTitle>
      {refused && (
        <Notice tone="danger" role="alert" title={says.refused}>
          {refusals[refused.code]}
        </Notice>
      )}
      <Form method="post" className="stack gap-4" noValidate ref={form}>
        <input type="hidden" name="instance" value={instance} />
        <fieldset>
          <legend className="label">{says.verdict}</legend>
          <label className="option">
            <input type="radio" name="accepted" value="yes" />
            {says.accept}
          </label>
          <label className="option">
            <input type="radio" name="accepted" value="no" defaultChecked />
            {says.reject}
          </label>
        </fieldset>
        <div className="narrow">
          <Field
            label={says.grade}
            name="grade"
            inputMode="decimal"
            autoComplete="off"
            hint={says.gradeHint}
            error={wrong('grade') ? says.wrong.grade : undefined}
          />
        </div>
        <TextArea
          id="motivo"
          name="explanation"
          label={says.why}
          hint={says.whyHint}
          error={unexplained}
          rows={4}
          maxLength={4000}
        />
        <p>
          <button className="btn primary" aria-busy={busy || undefined}>
            {says.send}
          </button>
        </p>
      </Form>
    </section>
  );
}
