import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Form, useLocation, useNavigation } from 'react-router';
import type { Refused } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { grade as written } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { refusals } from '../words/refusals.ts';
import type { Cell } from './schemas.ts';
import { words } from './words.ts';

const { cell: says } = words;
type FormProps = { cell: Cell; refused: Refused | null | undefined };

/** Back to the cell whose panel this is. */
const focusCell = () => document.querySelector<HTMLElement>('.grid [aria-current] a')?.focus();

function faultsOf(refused: Refused | null | undefined, { min }: Cell) {
  const paths = refused?.errors.map(({ path }) => path) ?? [];
  return {
    grade: paths.includes('grade') ? says.wrong.grade(min) : undefined,
    explanation: paths.includes('explanation') ? says.wrong.explanation : undefined,
  };
}

/** A nota changed by hand. It opens with the focus on the nota; Escape goes back to the grid, and so does what is saved. */
export function ChangeForm({ cell, refused }: FormProps) {
  const { person, title, grade, min, overridden, computed, seen } = cell;
  const faults = faultsOf(refused, cell);
  const form = useOpening(refused);
  const busy = useNavigation().formMethod !== undefined;
  const typed = (useLocation().state as { typed?: string } | null)?.typed;
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') focusCell();
  };
  return (
    // Escape is a way out for whoever came by keyboard, not the only one
    <Form
      method="post"
      className="change stack gap-4"
      aria-labelledby="cambio"
      noValidate
      preventScrollReset
      ref={form}
      onKeyDown={onKeyDown}
    >
      <div className="stack gap-1">
        <h2 id="cambio">{says.heading}</h2>
        <p className="meta">{says.about(`${person.given} ${person.family}`, title)}</p>
      </div>
      <Outcome cell={cell} refused={refused} />
      <input type="hidden" name="seen" value={seen ?? ''} />
      <div className="from-to">
        <p>
          <span className="visually-hidden">{says.now('')}</span>
          <b>{written(grade)}</b>
        </p>
        <Icon name="arrow" />
        <Field
          label={says.grade}
          name="grade"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed ?? (grade === null ? '' : written(grade))}
          hint={`${says.computed(computed)} ${says.hint(min)}`}
          error={faults.grade}
        />
      </div>
      <Reasons />
      <Why given={person.given} error={faults.explanation} />
      <p className="stack gap-2">
        <button className="btn primary" name="intent" value="change" aria-busy={busy || undefined}>
          {busy ? says.saving : says.save}
        </button>
        {overridden && (
          <button className="btn" name="intent" value="lift">
            {says.back(computed)}
          </button>
        )}
      </p>
    </Form>
  );
}

/** The first field at fault, else the nota, ready to be typed over. */
function focusField(form: HTMLFormElement): void {
  const fault = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  const input = fault ?? form.querySelector<HTMLElement>('input[name="grade"]');
  input?.focus();
  if (input instanceof HTMLInputElement && input.value.length > 1) input.select();
}

/** The focus: on the nota when the panel opens or is at fault, on the cell once it is saved. */
function useOpening(refused: Refused | null | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused === null) {
      form.current?.reset();
      focusCell();
    } else if (form.current) focusField(form.current);
  }, [refused]);
  return form;
}

function Outcome({ cell: { person, grade }, refused }: FormProps) {
  if (refused === undefined) return null;
  if (refused === null)
    return (
      <Notice tone="success" role="status" title={says.done}>
        {says.doneText(person.given)}
      </Notice>
    );
  return (
    <Notice tone="danger" role="alert" title={says.refused}>
      {refused.code === 'stale_grade' ? says.stale(grade) : refusals[refused.code]}
    </Notice>
  );
}

function Reasons() {
  return (
    <div className="field">
      <label htmlFor="motivo">
        {says.reason} <span className="required">{says.mandatory}</span>
      </label>
      <select className="input" id="motivo" name="reason">
        {Object.entries(says.reasons).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Why({ given, error }: { given: string; error: string | undefined }) {
  return (
    <TextArea
      id="explicacion"
      name="explanation"
      label={
        <>
          {says.why} <span className="required">{says.mandatoryShe}</span>
        </>
      }
      hint={says.seenBy(given)}
      error={error}
      rows={3}
      maxLength={1000}
    />
  );
}
