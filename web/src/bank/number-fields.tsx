import type { FieldsProps } from './choice-fields.tsx';
import type { DraftOf } from './draft.ts';
import { Add, Check, Group, Pick, Remove, Text } from './fields.tsx';
import { says } from './form-words.ts';
import { Sample } from './sample.tsx';

const unitOf = (text: string) => (text.trim() ? text : null);

/** How far from the right number still counts. */
function Tolerance({ draft, change }: FieldsProps<'numeric' | 'calculated'>) {
  const { answerKey } = draft;
  return (
    <div className="pair">
      <Text
        label={says.tolerance}
        path="wording.answerKey.tolerance"
        value={answerKey.tolerance}
        mode="decimal"
        onChange={(tolerance) => change({ ...draft, answerKey: { ...answerKey, tolerance } })}
      />
      <Pick
        label={says.relative}
        path="wording.answerKey.relative"
        value={String(answerKey.relative)}
        options={[
          ['false', says.absolute],
          ['true', says.relativeTo],
        ]}
        onChange={(value) => change({ ...draft, answerKey: { ...answerKey, relative: value === 'true' } })}
      />
    </div>
  );
}

export function NumericFields({ draft, change }: FieldsProps<'numeric'>) {
  const { body, answerKey } = draft;
  return (
    <>
      <div className="pair">
        <Text
          label={says.value}
          path="wording.answerKey.value"
          value={answerKey.value}
          mode="decimal"
          onChange={(value) => change({ ...draft, answerKey: { ...answerKey, value } })}
        />
        <Text
          label={says.unit}
          path="wording.body.unit"
          value={body.unit ?? ''}
          onChange={(unit) => change({ ...draft, body: { ...body, unit: unitOf(unit) } })}
        />
      </div>
      <Tolerance draft={draft} change={change as FieldsProps<'numeric' | 'calculated'>['change']} />
    </>
  );
}

/** Texts that count as right, and whether case and accents matter. */
export function ShortFields({ draft, change }: FieldsProps<'short'>) {
  const { answerKey } = draft;
  const { accepted } = answerKey;
  const set = (next: string[]) => change({ ...draft, answerKey: { ...answerKey, accepted: next } });
  return (
    <Group legend={says.accepted} path="wording.answerKey.accepted">
      {accepted.map((text, i) => (
        <div key={i} className="removable">
          <Text
            label={says.acceptedOne(i + 1)}
            path={`wording.answerKey.accepted.${i}`}
            value={text}
            onChange={(next) => set(accepted.map((each, n) => (n === i ? next : each)))}
          />
          {accepted.length > 1 && (
            <Remove
              label={says.removeOption(says.acceptedOne(i + 1))}
              onClick={() => set(accepted.filter((_, n) => n !== i))}
            />
          )}
        </div>
      ))}
      <Add onClick={() => set([...accepted, ''])}>{says.addAccepted}</Add>
      <div>
        {(['matchCase', 'matchAccents'] as const).map((rule) => (
          <Check
            key={rule}
            label={says[rule]}
            checked={answerKey[rule]}
            onChange={(on) => change({ ...draft, answerKey: { ...answerKey, [rule]: on } })}
          />
        ))}
      </div>
    </Group>
  );
}

type Variable = DraftOf<'calculated'>['answerKey']['variables'][number];
const letters = 'abcdefghij';

/** A formula over variables that are drawn for each attempt, with a sample. */
export function CalculatedFields({ draft, change }: FieldsProps<'calculated'>) {
  const { body, answerKey } = draft;
  const { variables } = answerKey;
  const set = (next: Variable[]) => change({ ...draft, answerKey: { ...answerKey, variables: next } });
  const free = Array.from(letters).find((name) => !variables.some((one) => one.name === name)) ?? 'x';
  return (
    <>
      <Group legend={says.variables} hint={says.variablesHint} path="wording.answerKey.variables">
        {variables.map((variable, i) => (
          <fieldset key={i} className="variable">
            <legend className="visually-hidden">{says.variable(i + 1)}</legend>
            {(['name', 'min', 'max', 'step'] as const).map((field) => (
              <Text
                key={field}
                label={field === 'step' ? says.step2 : says[field]}
                path={`wording.answerKey.variables.${i}.${field}`}
                value={variable[field]}
                onChange={(text) => set(variables.map((one, n) => (n === i ? { ...one, [field]: text } : one)))}
              />
            ))}
            {variables.length > 1 && (
              <Remove
                label={says.removeOption(says.variable(i + 1))}
                onClick={() => set(variables.filter((_, n) => n !== i))}
              />
            )}
          </fieldset>
        ))}
        {variables.length < 10 && (
          <Add onClick={() => set([...variables, { name: free, min: '1', max: '10', step: '1' }])}>
            {says.addVariable}
          </Add>
        )}
      </Group>
      <Text
        label={says.formula}
        hint={says.formulaHint}
        path="wording.answerKey.formula"
        value={answerKey.formula}
        onChange={(formula) => change({ ...draft, answerKey: { ...answerKey, formula } })}
      />
      <div className="pair">
        <Text
          label={says.decimals}
          path="wording.answerKey.decimals"
          value={String(answerKey.decimals)}
          mode="numeric"
          onChange={(text) => change({ ...draft, answerKey: { ...answerKey, decimals: Number(text) || 0 } })}
        />
        <Text
          label={says.unit}
          path="wording.body.unit"
          value={body.unit ?? ''}
          onChange={(unit) => change({ ...draft, body: { ...body, unit: unitOf(unit) } })}
        />
      </div>
      <Tolerance draft={draft} change={change as FieldsProps<'numeric' | 'calculated'>['change']} />
      <Sample draft={draft} />
    </>
  );
}
