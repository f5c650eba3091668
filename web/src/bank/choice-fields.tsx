import { type DraftOf, type Kind, nextLetter, type Option } from './draft.ts';
import { Add, Group, Pick, Remove, Text } from './fields.tsx';
import { says } from './form-words.ts';

export type FieldsProps<K extends Kind> = {
  draft: DraftOf<K>;
  change: (draft: DraftOf<K>) => void;
};

const replaced = (options: readonly Option[], at: number, html: string) =>
  options.map((option, i) => (i === at ? { ...option, html } : option));

/** Alternatives, which are right, and what is said about each. */
export function ChoiceFields({ draft, change }: FieldsProps<'single' | 'multiple'>) {
  const { body, answerKey } = draft;
  const { options } = body;
  const setOptions = (next: Option[]) => change({ ...draft, body: { ...body, options: next } });
  const right = answerKey.kind === 'single' ? [answerKey.correct] : answerKey.correct;
  const mark = (id: string) => change({ ...draft, answerKey: marked(answerKey, id) });
  const say = (id: string, text: string) =>
    change({ ...draft, answerKey: { ...answerKey, optionFeedback: { ...answerKey.optionFeedback, [id]: text } } });
  return (
    <>
      <Group legend={says.options} hint={says.markdown} path="wording.answerKey.correct">
        {options.map(({ id, html }, i) => (
          <div key={id} className="option-row">
            <input
              type={answerKey.kind === 'single' ? 'radio' : 'checkbox'}
              name="right"
              aria-label={says.right(i + 1)}
              checked={right.includes(id)}
              onChange={() => mark(id)}
            />
            <div className="stack gap-2">
              <Text
                label={says.option(i + 1)}
                path={`wording.body.options.${i}.html`}
                value={html}
                rows={1}
                onChange={(text) => setOptions(replaced(options, i, text))}
              />
              <Text
                label={says.feedbackOf(says.option(i + 1))}
                path={`wording.answerKey.optionFeedback.${id}`}
                value={answerKey.optionFeedback[id] ?? ''}
                onChange={(text) => say(id, text)}
              />
            </div>
            <Remove label={says.removeOption(says.option(i + 1))} onClick={() => change(without(draft, id))} />
          </div>
        ))}
        <Add onClick={() => setOptions([...options, { id: nextLetter(options), html: '' }])}>{says.addOption}</Add>
      </Group>
      {answerKey.kind === 'multiple' && (
        <Pick
          label={says.credit}
          path="wording.answerKey.credit"
          value={answerKey.credit}
          options={Object.entries(says.credits)}
          onChange={(credit) =>
            change({ ...draft, answerKey: { ...answerKey, credit: credit as typeof answerKey.credit } })
          }
        />
      )}
    </>
  );
}

/** A record without one of its entries. */
export const leaving = (record: Record<string, string>, id: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));

type Key = DraftOf<'single' | 'multiple'>['answerKey'];

function marked(key: Key, id: string): Key {
  if (key.kind === 'single') return { ...key, correct: id };
  const { correct } = key;
  return { ...key, correct: correct.includes(id) ? correct.filter((each) => each !== id) : [...correct, id] };
}

function without(draft: DraftOf<'single' | 'multiple'>, id: string): DraftOf<'single' | 'multiple'> {
  const { body, answerKey } = draft;
  const optionFeedback = leaving(answerKey.optionFeedback, id);
  const key =
    answerKey.kind === 'single'
      ? answerKey
      : { ...answerKey, correct: answerKey.correct.filter((each) => each !== id) };
  return {
    ...draft,
    body: { ...body, options: body.options.filter((option) => option.id !== id) },
    answerKey: { ...key, optionFeedback },
  };
}

/** A claim that holds or does not. */
export function TruthFields({ draft, change }: FieldsProps<'true_false'>) {
  const { answerKey } = draft;
  const say = (id: string, text: string) =>
    change({ ...draft, answerKey: { ...answerKey, optionFeedback: { ...answerKey.optionFeedback, [id]: text } } });
  return (
    <>
      <Group legend={says.truth}>
        <div>
          {[true, false].map((truth) => (
            <label key={String(truth)} className="option">
              <input
                type="radio"
                name="truth"
                checked={answerKey.correct === truth}
                onChange={() => change({ ...draft, answerKey: { ...answerKey, correct: truth } })}
              />
              <span>{truth ? says.isTrue : says.isFalse}</span>
            </label>
          ))}
        </div>
      </Group>
      {(['true', 'false'] as const).map((id) => (
        <Text
          key={id}
          label={id === 'true' ? says.trueFeedback : says.falseFeedback}
          path={`wording.answerKey.optionFeedback.${id}`}
          value={answerKey.optionFeedback[id] ?? ''}
          onChange={(text) => say(id, text)}
        />
      ))}
    </>
  );
}
