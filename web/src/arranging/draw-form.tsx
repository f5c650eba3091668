import { Form } from 'react-router';
import { Field } from '../ui/field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { type Answer, faultIn } from './head.tsx';
import { words } from './words.ts';

const { groups: says } = words;

/** Puts whoever is in no group into new ones, at random, with a number that tells the draw again. */
export function Draw({ seed, answer }: { seed: number; answer: Answer }) {
  return (
    <Form method="post" className="stack gap-3" aria-labelledby="draw" noValidate>
      <SectionTitle id="draw">{says.draw}</SectionTitle>
      <p className="meta">{says.drawHint}</p>
      <input type="hidden" name="intent" value="draw" />
      <fieldset>
        <legend className="label">{says.way}</legend>
        {Object.entries(says.ways).map(([value, text]) => (
          <label key={value} className="option plain">
            <input type="radio" name="way" value={value} defaultChecked={value === 'random'} />
            {text}
          </label>
        ))}
      </fieldset>
      <Field
        label={says.size}
        name="size"
        type="number"
        min={2}
        max={20}
        defaultValue={4}
        error={faultIn(answer, 'size', says.sizeFault)}
      />
      <Field
        label={says.seed}
        name="seed"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={seed}
        hint={says.seedHint}
        error={faultIn(answer, 'seed', says.seedFault)}
      />
      <p>
        <button className="btn">{says.drawSubmit}</button>
      </p>
    </Form>
  );
}
