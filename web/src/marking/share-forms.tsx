import { useId } from 'react';
import { Form } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { grade as written } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { nameIn, type Queue } from './queue-panel.tsx';
import { words } from './share-words.ts';

const { share: says } = words;

export type Allocation = Schemas['MarkingAllocation'];
type Markers = Pick<Allocation, 'markers'>;

/** Whoever is chosen has as many as the rest, or one more. */
export function Evenly({ markers }: Markers) {
  return (
    <Form method="post" className="stack gap-3" aria-labelledby="evenly">
      <SectionTitle id="evenly" thin>
        {says.evenly}
      </SectionTitle>
      <p className="meta">{says.evenlyText}</p>
      <input type="hidden" name="way" value="evenly" />
      <fieldset>
        <legend className="meta">{says.among}</legend>
        {markers.map(({ id, name }) => (
          <label key={id} className="option plain">
            <input type="checkbox" name="markers" value={id} defaultChecked />
            {name}
          </label>
        ))}
      </fieldset>
      <p>
        <button className="btn primary">{says.give}</button>
      </p>
    </Form>
  );
}

function Whom({ markers, nobody = false }: Markers & { nobody?: boolean }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{says.marker}</label>
      <select className="input" id={id} name="marker">
        {markers.map((marker) => (
          <option key={marker.id} value={marker.id}>
            {marker.name}
          </option>
        ))}
        {nobody && <option value="">{says.none}</option>}
      </select>
    </div>
  );
}

/** What nobody has of a region goes to one person. */
export function ByRegion({ markers, regions }: Pick<Allocation, 'markers' | 'regions'>) {
  const id = useId();
  return (
    <Form method="post" className="stack gap-3" aria-labelledby="by-region">
      <SectionTitle id="by-region" thin>
        {says.region}
      </SectionTitle>
      <p className="meta">{says.regionText}</p>
      <input type="hidden" name="way" value="region" />
      <div className="field">
        <label htmlFor={id}>{says.regionName}</label>
        <select className="input" id={id} name="region">
          {regions.map(({ cut, name, free }) => (
            <option key={cut} value={cut}>
              {says.regionOption(name, free)}
            </option>
          ))}
        </select>
      </div>
      <Whom markers={markers} />
      <p>
        <button className="btn">{says.give}</button>
      </p>
    </Form>
  );
}

/** These go to one person, instead of whoever had them. */
export function ByHand({ markers, items }: Markers & Pick<Queue, 'items'>) {
  return (
    <Form method="post" className="stack gap-3" aria-labelledby="by-hand">
      <SectionTitle id="by-hand" thin>
        {says.hand}
      </SectionTitle>
      <p className="meta">{items.length > 0 ? says.handText : says.nothing}</p>
      {items.length > 0 && (
        <>
          <input type="hidden" name="way" value="hand" />
          <fieldset>
            <legend className="meta">{says.submissions}</legend>
            {items.map((line) => (
              <label key={line.id} className="option plain">
                <input type="checkbox" name="submissions" value={line.id} />
                {nameIn(line)}
                {line.allocated.length > 0 && says.has(line.allocated.join(', '))}
              </label>
            ))}
          </fieldset>
          <Whom markers={markers} nobody />
          <p>
            <button className="btn">{says.give}</button>
          </p>
        </>
      )}
    </Form>
  );
}

/** By which rules the whole edition marks this. */
export function Rules({ rules: { anonymous, doubleThreshold, returnDays } }: Pick<Queue['work'], 'rules'>) {
  return (
    <Form method="post" className="stack gap-3" aria-labelledby="rules">
      <SectionTitle id="rules">{says.rules}</SectionTitle>
      <input type="hidden" name="way" value="rules" />
      <label className="option plain">
        <input type="checkbox" name="anonymous" defaultChecked={anonymous} />
        {says.anonymous}
      </label>
      <Field
        label={says.double}
        hint={says.doubleHint}
        name="threshold"
        inputMode="decimal"
        pattern="[0-6]([,.][0-9])?"
        defaultValue={doubleThreshold === null ? '' : written(doubleThreshold)}
      />
      <Field label={says.days} name="days" type="number" min={1} max={90} required defaultValue={returnDays} />
      <p>
        <button className="btn">{says.save}</button>
      </p>
    </Form>
  );
}
