import { useContext } from 'react';
import { Icon } from '../ui/icon.tsx';
import { type Draft, fieldOf, sumOf, terms, voluntary, withCategory, withoutCategory } from './rules-draft.ts';
import { Carried, Entry, Pick, RulesDraft } from './rules-fields.tsx';
import { words as says } from './rules-words.ts';
import type { Scheme } from './schemas.ts';

const { category: ofCategory, item: ofItem } = fieldOf;
const nameOf = ({ categories, values }: Draft, key: string) =>
  values[ofCategory(key, 'title')] ?? says.unnamed(categories.indexOf(key) + 1);

export function Categories() {
  const { draft, write } = useContext(RulesDraft);
  const sum = sumOf(draft);
  return (
    <fieldset className="stack gap-3" aria-describedby="categorias">
      <legend className="small-title">{says.categories}</legend>
      <p className="hint" id="categorias">
        {says.categoriesHint}
      </p>
      {draft.categories.map((key, i) => (
        <Category key={key} of={key} n={i + 1} />
      ))}
      <div className="cluster">
        <button type="button" className="btn" onClick={() => write(withCategory(draft))}>
          {says.add}
        </button>
        <output className={sum === 100 ? undefined : 'sum wrong'}>
          {sum === 100 ? says.sum(sum) : sum > 100 ? says.over(sum) : says.under(sum)}
        </output>
      </div>
    </fieldset>
  );
}

function Category({ of: key, n }: { of: string; n: number }) {
  const { draft, write } = useContext(RulesDraft);
  const counts = draft.values[ofCategory(key, 'counts')];
  return (
    <fieldset className="rule">
      <legend className="visually-hidden">{says.category(n)}</legend>
      <Entry name={ofCategory(key, 'title')} label={says.name} />
      <Entry name={ofCategory(key, 'weight')} label={says.weight} mode="numeric" />
      <Pick name={ofCategory(key, 'counts')} label={says.counts} options={Object.entries(says.counting)} />
      {counts === 'drop' || counts === 'best' ? (
        <Entry name={ofCategory(key, 'n')} label={says.n[counts]} mode="numeric" />
      ) : (
        <Carried name={ofCategory(key, 'n')} />
      )}
      <Entry name={ofCategory(key, 'least')} label={says.least} hint={says.leastHint} mode="decimal" />
      <Carried name={ofCategory(key, 'cap')} />
      {draft.categories.length > 1 && (
        <button type="button" className="btn quiet" onClick={() => write(withoutCategory(draft, key))}>
          <Icon name="trash" />
          {says.removed} <span className="visually-hidden">«{nameOf(draft, key)}»</span>
        </button>
      )}
    </fieldset>
  );
}

/** Each evaluation and task: where it stands, and what it weighs there. */
export function Items({ units }: { units: Scheme['units'] }) {
  const { draft } = useContext(RulesDraft);
  const places = [
    ...draft.categories.map((key) => [key, nameOf(draft, key) || says.unnamed(draft.categories.indexOf(key) + 1)]),
    [voluntary, says.voluntary],
  ] as [string, string][];
  return (
    <fieldset className="stack gap-3" aria-describedby="ubicadas">
      <legend className="small-title">{says.items}</legend>
      <p className="hint" id="ubicadas">
        {says.itemsHint}
      </p>
      {units.map(({ unit, title }) => {
        const place = draft.values[ofItem(unit, 'place')];
        return (
          <fieldset key={unit} className="rule">
            <legend>{title}</legend>
            <Pick
              name={ofItem(unit, 'place')}
              label={says.place}
              options={place ? places : [['', says.nowhere], ...places]}
            />
            <Entry name={ofItem(unit, 'weight')} label={place === voluntary ? says.upTo : says.within} mode="numeric" />
            <Entry name={ofItem(unit, 'least')} label={says.least} hint={says.leastHint} mode="decimal" />
            <Carried name={ofItem(unit, 'cap')} />
          </fieldset>
        );
      })}
    </fieldset>
  );
}

/** What holds for the whole. */
export function Rest() {
  const { values } = useContext(RulesDraft).draft;
  const isScaled = values['scale'] === 'points' || values['scale'] === 'percent';
  return (
    <fieldset className="stack gap-3">
      <legend className="small-title">{says.rest}</legend>
      <div className="rule">
        <Pick
          name="min"
          label={says.min}
          options={[
            ['10', '1,0'],
            ['20', '2,0'],
          ]}
        />
        <Pick name="rounding" label={says.rounding} options={Object.entries(says.roundings)} />
        <Entry name="attendance" label={says.attendance} hint={says.attendanceHint} mode="numeric" />
        <Carried name="attendanceCap" />
      </div>
      <div className="rule">
        <Pick name="missing" label={says.missing} options={Object.entries(says.missings)} />
        {values['missing'] === 'date' ? <Entry name="from" label={says.from} type="date" /> : <Carried name="from" />}
        <Pick name="scale" label={says.scale} options={Object.entries(says.scales)} />
        {values['scale'] === 'points' ? <Entry name="of" label={says.of} mode="numeric" /> : <Carried name="of" />}
        {isScaled ? (
          <Entry name="demand" label={says.demand} hint={says.demandHint} mode="numeric" />
        ) : (
          <Carried name="demand" />
        )}
      </div>
      <fieldset className="rule">
        <legend>{says.terms}</legend>
        {terms.map((name) => (
          <Entry key={name} name={name} label={says.term[name]} mode="numeric" />
        ))}
      </fieldset>
    </fieldset>
  );
}
