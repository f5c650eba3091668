import type { FieldsProps } from './choice-fields.tsx';
import { Group, Text, useFault } from './fields.tsx';
import { says } from './form-words.ts';
import { readGaps } from './gaps-text.ts';
import { useState } from 'react';

/** A text with its holes written in it. */
export function GapsFields({ draft, change }: FieldsProps<'gaps'>) {
  const holes = readGaps(draft.gaps).parts.filter(({ type }) => type !== 'html').length;
  const fault = [useFault('wording.body.parts', true), useFault('wording.answerKey.gaps', true)].find(Boolean);
  return (
    <Group legend={says.gaps}>
      <p className="hint">{says.gapsHint}</p>
      <ul className="examples">
        {says.gapsExamples.map((example) => (
          <li key={example}>
            <code>{example.slice(0, example.indexOf('}') + 1)}</code>
            {example.slice(example.indexOf('}') + 1)}
          </li>
        ))}
      </ul>
      <Text
        label={says.gaps}
        quiet
        path="wording.body.parts"
        value={draft.gaps}
        rows={6}
        hint={says.gapsFound(holes)}
        onChange={(gaps) => change({ ...draft, gaps })}
      />
      {fault && <p className="visually-hidden">{fault}</p>}
    </Group>
  );
}

const countOf = (text: string) => (text.trim() ? Number(text) || 0 : null);

/** What a person marks: how long it may be, and a guide for whoever marks. */
export function EssayFields({ draft, change }: FieldsProps<'essay'>) {
  const { body, answerKey } = draft;
  return (
    <>
      <div className="pair">
        {(['minWords', 'maxWords'] as const).map((name) => (
          <Text
            key={name}
            label={says[name]}
            path={`wording.body.${name}`}
            value={String(body[name] ?? '')}
            mode="numeric"
            onChange={(text) => change({ ...draft, body: { ...body, [name]: countOf(text) } })}
          />
        ))}
      </div>
      <Text
        label={says.guide}
        path="wording.answerKey.guide"
        value={answerKey.guide ?? ''}
        rows={4}
        onChange={(guide) => change({ ...draft, answerKey: { ...answerKey, guide: guide.trim() ? guide : null } })}
      />
    </>
  );
}

const megabyte = 1_000_000;

export function FileFields({ draft, change }: FieldsProps<'file'>) {
  const { body, answerKey } = draft;
  const [types, setTypes] = useState(body.types.join(', '));
  const set = (next: Partial<typeof body>) => change({ ...draft, body: { ...body, ...next } });
  return (
    <>
      <div className="pair">
        <Text
          label={says.maxFiles}
          path="wording.body.maxFiles"
          value={String(body.maxFiles)}
          mode="numeric"
          onChange={(text) => set({ maxFiles: Number(text) || 0 })}
        />
        <Text
          label={says.maxSize}
          path="wording.body.maxBytes"
          value={String(body.maxBytes / megabyte)}
          mode="numeric"
          onChange={(text) => set({ maxBytes: (Number(text) || 0) * megabyte })}
        />
      </div>
      <Text
        label={says.types}
        path="wording.body.types"
        value={types}
        onChange={(text) => {
          setTypes(text);
          set({
            types: text
              .toLowerCase()
              .split(/[,\s.]+/)
              .filter(Boolean),
          });
        }}
      />
      <Text
        label={says.guide}
        path="wording.answerKey.guide"
        value={answerKey.guide ?? ''}
        rows={4}
        onChange={(guide) => change({ ...draft, answerKey: { ...answerKey, guide: guide.trim() ? guide : null } })}
      />
    </>
  );
}
