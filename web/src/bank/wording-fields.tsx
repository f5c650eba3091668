import { type ComponentType } from 'react';
import { ChoiceFields, type FieldsProps, TruthFields } from './choice-fields.tsx';
import type { Draft, Kind } from './draft.ts';
import { Text } from './fields.tsx';
import { says } from './form-words.ts';
import { HotspotFields } from './hotspot-fields.tsx';
import { CalculatedFields, NumericFields, ShortFields } from './number-fields.tsx';
import { CategoriseFields, MatchingFields, OrderingFields } from './pair-fields.tsx';
import { EssayFields, FileFields, GapsFields } from './text-fields.tsx';

const fields: { [K in Kind]: ComponentType<FieldsProps<K>> } = {
  single: ChoiceFields as ComponentType<FieldsProps<'single'>>,
  multiple: ChoiceFields as ComponentType<FieldsProps<'multiple'>>,
  true_false: TruthFields,
  numeric: NumericFields,
  short: ShortFields,
  matching: MatchingFields,
  ordering: OrderingFields,
  gaps: GapsFields,
  categorise: CategoriseFields,
  hotspot: HotspotFields,
  calculated: CalculatedFields,
  essay: EssayFields,
  file: FileFields,
};

type WordingProps = { draft: Draft; change: (draft: Draft) => void };

/** What a question asks, what is right, and what is said about it. */
export function WordingFields({ draft, change }: WordingProps) {
  const { body, answerKey } = draft;
  const Fields = fields[body.kind] as unknown as ComponentType<WordingProps>;
  return (
    <>
      <Text
        label={body.kind === 'true_false' ? says.claim : says.prompt}
        path="wording.body.prompt"
        value={body.prompt}
        rows={3}
        hint={says.markdown}
        onChange={(prompt) => change({ ...draft, body: { ...body, prompt } })}
      />
      <Fields draft={draft} change={change} />
      <Text
        label={says.feedback}
        path="wording.answerKey.feedback"
        value={answerKey.feedback ?? ''}
        rows={2}
        onChange={(feedback) => change({ ...draft, answerKey: { ...answerKey, feedback } })}
      />
    </>
  );
}
