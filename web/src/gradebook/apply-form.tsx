import { Form, useNavigation } from 'react-router';
import type { Refused } from '../api/client.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useFaultFocus } from '../ui/use-fault-focus.ts';
import { words as texts } from './appeal-words.ts';
import { words } from './words.ts';

const { sheet: says } = texts;

/** Applies an import, with a reason and an explanation that each person reads. */
export function ApplyForm({ id, refused }: { id: string; refused: Refused | null }) {
  const form = useFaultFocus(refused);
  const busy = useNavigation().formMethod !== undefined;
  const wrong = refused?.errors.some(({ path }) => path === 'explanation');
  return (
    <Form method="post" className="stack gap-4" noValidate ref={form}>
      <input type="hidden" name="import" value={id} />
      <div className="field narrow">
        <label htmlFor="motivo">{says.reason}</label>
        <select className="input" id="motivo" name="reason">
          {Object.entries(words.cell.reasons).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <TextArea
        id="explicacion"
        name="explanation"
        label={says.explanation}
        hint={says.explanationHint}
        error={wrong ? says.wrong : undefined}
        rows={3}
        maxLength={1000}
      />
      <p>
        <button className="btn primary" aria-busy={busy || undefined}>
          {says.apply}
        </button>
      </p>
    </Form>
  );
}
