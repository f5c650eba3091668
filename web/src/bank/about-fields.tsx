import { useId } from 'react';
import type { Schemas } from '../api/client.ts';
import { Field } from '../ui/field.tsx';
import { indented } from './bulk-bar.tsx';
import { FaultLine, useFault } from './fields.tsx';
import { says } from './form-words.ts';
import { words } from './words.ts';

type About = Schemas['BankQuestion']['about'];
type Facets = Schemas['BankFacets'];

type ChoiceProps = { name: string; label: string; none: string; options: [string, string][]; chosen: string | null };

function Choose({ name, label, none, options, chosen }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} defaultValue={chosen ?? ''}>
        <option value="">{none}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What a question is about. */
export function AboutFields({ about, facets }: { about: About; facets: Facets }) {
  const outcomes = useId();
  return (
    <>
      <Choose
        name="categoryId"
        label={says.category}
        none={says.noCategory}
        options={facets.categories.map((category) => [category.id, indented(category)])}
        chosen={about.categoryId}
      />
      <Choose
        name="topic"
        label={says.topic}
        none={says.noTopic}
        options={facets.topics.map(({ key, name }) => [key, name])}
        chosen={about.topic}
      />
      <Choose
        name="difficulty"
        label={says.difficulty}
        none={says.noDifficulty}
        options={words.difficulty.map((name, i) => [String(i + 1), name])}
        chosen={about.difficulty === null ? null : String(about.difficulty)}
      />
      <Field
        label={says.outcome}
        name="outcome"
        defaultValue={about.outcome ?? ''}
        maxLength={400}
        list={outcomes}
        error={useFault('about.outcome')}
      />
      <datalist id={outcomes}>
        {facets.outcomes.map(({ key }) => (
          <option key={key} value={key} />
        ))}
      </datalist>
      <Field
        label={says.tags}
        name="tags"
        defaultValue={about.tags.join(', ')}
        maxLength={400}
        error={useFault('about.tags', true)}
      />
      <fieldset className="form-group">
        <legend>{says.territories}</legend>
        <FaultLine>{useFault('about.territories')}</FaultLine>
        {facets.territories.map(({ key, name }) => (
          <label key={key} className="option plain">
            <input type="checkbox" name="territories" value={key} defaultChecked={about.territories.includes(key)} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
