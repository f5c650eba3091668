import { useState } from 'react';
import { api, type Refused, type Schemas, write } from '../api/client.ts';
import { Notice } from '../ui/notice.tsx';
import { refusals } from '../words/refusals.ts';
import { type Draft, wordingOf } from './draft.ts';
import { faultWords, says } from './form-words.ts';

type Preview = Schemas['QuestionPreview'];
type Told = { preview: Preview | undefined; refused: Refused | null };

const withComma = (text: string) => text.replace('.', ',');

/** Draws numbers for a formula as an attempt would, and tells the answer. */
export function Sample({ draft }: { draft: Draft }) {
  const [told, setTold] = useState<Told | null>(null);
  const ask = async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const body = { wording: wordingOf(draft), seed, response: { kind: 'calculated' as const, text: '0' } };
    const { done, refused } = await write(api.POST('/api/questions/preview', { body }));
    setTold({ preview: done, refused });
  };
  return (
    <div className="stack gap-3">
      <p>
        <button type="button" className="btn" onClick={() => void ask()}>
          {says.sample}
        </button>
      </p>
      {told?.refused && (
        <Notice tone="danger" role="alert" title={refusals[told.refused.code]}>
          {told.refused.errors.map(({ code }) => faultWords(code)).join(' ')}
        </Notice>
      )}
      {told?.preview && (
        <Notice role="status" title={says.sampleTitle}>
          {sampleText(told.preview)}
        </Notice>
      )}
    </div>
  );
}

function sampleText({ drawn, result }: Preview): string {
  const numbers = Object.entries(drawn ?? {}).map(([name, value]) => `${name} = ${withComma(value)}`);
  const solution = result?.solution;
  return says.sampleOf(numbers.join('; '), solution?.kind === 'calculated' ? withComma(solution.text) : '—');
}
