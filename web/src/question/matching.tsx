import { useId } from 'react';
import { Html } from '../ui/html.tsx';
import { plainText } from '../ui/plain-text.ts';
import { Status } from '../ui/status.tsx';
import type { AnswerProps } from './answered.ts';
import { words } from './words.ts';

const { answer: says } = words;

/** Each item with the list from which its partner is chosen. */
export function Matching({ body: { left, right }, response, answer }: AnswerProps<'matching'>) {
  const id = useId();
  const pairs = response?.kind === 'matching' ? response.pairs : {};
  const missing = left.length - Object.keys(pairs).length;
  const pair = (item: string, partner: string) => {
    const others = Object.entries(pairs).filter(([each]) => each !== item);
    const all = partner === '' ? others : [...others, [item, partner]];
    answer(all.length === 0 ? null : { kind: 'matching', pairs: Object.fromEntries(all) as Record<string, string> });
  };
  return (
    <div>
      {left.map((item) => (
        <div className="pair" key={item.id}>
          <label htmlFor={`${id}-${item.id}`}>
            <Html html={item.html} />
          </label>
          <select
            className="input"
            id={`${id}-${item.id}`}
            value={pairs[item.id] ?? ''}
            onChange={({ target }) => pair(item.id, target.value)}
          >
            <option value="">{says.choose}</option>
            {right.map((partner) => (
              <option key={partner.id} value={partner.id}>
                {plainText(partner.html)}
              </option>
            ))}
          </select>
        </div>
      ))}
      {missing > 0 && missing < left.length && (
        <p className="after">
          <Status tone="pending" icon="alert">
            {says.pairsLeft(missing, left.length)}
          </Status>
        </p>
      )}
    </div>
  );
}
