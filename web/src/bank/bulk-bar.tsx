import { useId } from 'react';
import type { Schemas } from '../api/client.ts';
import { words } from './words.ts';

const { list: says } = words;

/** A name as deep as it lies in the tree. */
export const indented = ({ name, depth }: { name: string; depth: number }) => `${'\u2003'.repeat(depth)}${name}`;

/** What can be done with the questions that are chosen. */
export function BulkBar({ categories }: Pick<Schemas['BankFacets'], 'categories'>) {
  const [to, tags] = [useId(), useId()];
  return (
    <fieldset className="bulk">
      <legend>{says.bulk}</legend>
      <div className="field">
        <label htmlFor={to}>{says.to}</label>
        <div className="cluster nowrap gap-2">
          <select className="input" id={to} name="to">
            <option value="">{says.none}</option>
            {categories.map((category) => (
              <option key={category.id} value={category.id}>
                {indented(category)}
              </option>
            ))}
          </select>
          <button className="btn" name="about" value="move">
            {says.move}
          </button>
        </div>
      </div>
      <div className="field">
        <label htmlFor={tags}>{says.tags}</label>
        <div className="cluster gap-2">
          <input className="input grow" id={tags} name="tags" maxLength={400} autoComplete="off" />
          <button className="btn" name="about" value="tag">
            {says.addTags}
          </button>
          <button className="btn" name="about" value="untag">
            {says.removeTags}
          </button>
        </div>
      </div>
    </fieldset>
  );
}
