import { Form } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { clockTime, grade, tableDay, zoneName } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { localOf } from '../ui/zoned-time.ts';
import { type Answer, faultIn } from './head.tsx';
import { words } from './words.ts';

const { task: says } = words;
type Task = Schemas['StaffTask'];

/** What this edition says otherwise. A field left empty says nothing; beside each, what the course says. */
export function TaskForm({ task, answer }: { task: Task; answer: Answer }) {
  const form = useFaultFocus(answer?.refused);
  const { setting, version, edition } = task;
  const { timeZone } = edition;
  const when = (at: string) => `${tableDay(at, timeZone)} ${clockTime(at, timeZone)}\u00a0h`;
  const dates = (['opensAt', 'dueAt', 'cutoffAt'] as const).map((name) => (
    <Field
      key={name}
      label={says[name]}
      name={name}
      type="datetime-local"
      defaultValue={localOf(setting[name], timeZone)}
      hint={says.courseSays(name === 'cutoffAt' && version.late === 'refuse' ? says.lates.refuse : when(version[name]))}
      error={faultIn(answer, name, says.wrong.date)}
    />
  ));
  return (
    <Form method="post" className="stack gap-4" aria-labelledby="change" noValidate ref={form} preventScrollReset>
      <SectionTitle id="change">{says.change}</SectionTitle>
      <p className="meta">{says.zone(zoneName(timeZone))}</p>
      <input type="hidden" name="timeZone" value={timeZone} />
      <div className="three">{dates.slice(0, 2)}</div>
      <div className="three">
        <div className="field">
          <label htmlFor="late">{says.late}</label>
          <select
            className="input"
            id="late"
            name="late"
            defaultValue={setting.late ?? ''}
            aria-describedby="late-hint"
          >
            <option value="">{says.asCourse}</option>
            {Object.entries(says.lates).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
          <p className="hint" id="late-hint">
            {says.courseSays(says.lates[version.late].toLowerCase())}
          </p>
        </div>
        {dates[2]}
        <Field
          label={says.penalty}
          name="penalty"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={setting.penalty === null ? '' : grade(setting.penalty)}
          hint={says.penaltyHint(version.penalty)}
          error={faultIn(answer, 'penalty', says.wrong.penalty)}
        />
      </div>
      <p className="meta">{says.tells}</p>
      <p>
        <button className="btn primary">{says.submit}</button>
      </p>
    </Form>
  );
}
