import { Form, useNavigation } from 'react-router';
import type { Refused } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { Choice } from '../ui/filters.tsx';
import { grade } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { refusals } from '../words/refusals.ts';
import { words } from './appeal-words.ts';
import type { Preview, Scheme } from './schemas.ts';

const { rules: says, sheet } = words;
type Answer = { preview: Preview | null; refused: Refused | null; unreadable: boolean; saved: boolean };
type FormProps = { scheme: Scheme; answer: Answer | undefined };

/** Other rules: tried first, then saved. */
export function RulesForm({ scheme, answer }: FormProps) {
  const busy = useNavigation().formMethod !== undefined;
  return (
    <section className="stack gap-4" aria-labelledby="cambiar">
      <SectionTitle id="cambiar">{says.change}</SectionTitle>
      <p>{says.lead}</p>
      <Outcome answer={answer} />
      <Form method="post" className="stack gap-4" preventScrollReset noValidate>
        <input type="hidden" name="n" value={scheme.n} />
        <input type="hidden" name="units" value={scheme.units.map(({ unit }) => unit).join(' ')} />
        <Options scheme={scheme} />
        <details>
          <summary className="fold">{says.asText}</summary>
          <TextArea
            id="reglas"
            name="rules"
            label={says.asText}
            hint={says.asTextHint}
            rows={16}
            spellCheck={false}
            defaultValue={JSON.stringify(scheme.rules, null, 2)}
          />
        </details>
        <p className="cluster">
          <button className="btn primary" name="intent" value="preview" aria-busy={busy || undefined}>
            {says.preview}
          </button>
          <button className="btn" name="intent" value="save">
            {says.save}
          </button>
          {scheme.n > 0 && (
            <button className="btn" name="intent" value="back">
              {says.back}
            </button>
          )}
        </p>
      </Form>
    </section>
  );
}

function Options({ scheme: { rules, units } }: { scheme: Scheme }) {
  const required = rules.requirements.find(({ of }) => of === 'item')?.key ?? '';
  const pairs = (of: Record<string, string>) => Object.entries(of);
  return (
    <div className="filters">
      <Choice
        name="min"
        label={says.min}
        options={[
          ['10', '1,0'],
          ['20', '2,0'],
        ]}
        chosen={String(rules.min)}
      />
      <Choice name="rounding" label={says.rounding} options={pairs(says.roundings)} chosen={rules.rounding} />
      <Choice name="missing" label={says.missing} options={pairs(says.missings)} chosen={rules.missing.as} />
      <Choice
        name="required"
        label={says.required}
        options={[['', says.nothing], ...units.map(({ unit, title }) => [unit, title] as const)]}
        chosen={required}
      />
      <Field
        label={says.attendance}
        name="attendance"
        type="number"
        min={1}
        max={100}
        defaultValue={rules.attendance?.least ?? ''}
        hint={says.attendanceHint}
      />
    </div>
  );
}

function Outcome({ answer }: { answer: Answer | undefined }) {
  if (!answer) return null;
  const { preview, saved } = answer;
  if (saved) return <Notice tone="success" role="status" title={says.saved} />;
  return preview?.problems.length === 0 ? <Touched preview={preview} /> : <Refusal answer={answer} />;
}

function Refusal({ answer: { preview, refused, unreadable } }: { answer: Answer }) {
  const sentence = refused ? refusals[refused.code] : '';
  return (
    <Notice tone="danger" role="alert" title={preview ? says.problems : says.refused}>
      <Faults problems={preview?.problems ?? problemsIn(refused)}>{unreadable ? says.unreadable : sentence}</Faults>
    </Notice>
  );
}

/** What the API says of rules that do not hold. */
function problemsIn(refused: Refused | null): string[] {
  const problems = refused?.detail?.['problems'];
  return Array.isArray(problems) ? problems.filter((each) => typeof each === 'string') : [];
}

function Faults({ problems, children }: { problems: string[]; children: string }) {
  if (problems.length === 0) return <p>{children}</p>;
  return (
    <ul>
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

function Touched({ preview: { changes, people, kept } }: { preview: Preview }) {
  return (
    <section className="stack gap-2" role="status">
      <p>
        <strong>{says.changes(changes.length, people)}</strong> {kept > 0 && says.kept(kept)}
      </p>
      {changes.length > 0 && (
        <table className="table">
          <caption className="visually-hidden">{says.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{sheet.person}</th>
              <th scope="col" className="numeric">
                {sheet.from}
              </th>
              <th scope="col" className="numeric">
                {sheet.to}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ enrolmentId, person, from, to }) => (
              <tr key={enrolmentId}>
                <th scope="row">{person}</th>
                <td className="numeric">{grade(from)}</td>
                <td className="numeric">{grade(to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
