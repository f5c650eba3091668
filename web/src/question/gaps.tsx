import { Html } from '../ui/html.tsx';
import { plainText } from '../ui/plain-text.ts';
import { Status } from '../ui/status.tsx';
import { type AnswerProps, type BodyOf, gapsOf } from './answered.ts';
import { words } from './words.ts';

const { answer: says } = words;

type Gap = Exclude<BodyOf<'gaps'>['parts'][number], { type: 'html' }>;
type GapProps = { gap: Gap; name: string; text: string; change: (text: string) => void };

function GapField({ gap, name, text, change }: GapProps) {
  if (gap.type === 'choice')
    return (
      <select className="input gap" aria-label={name} value={text} onChange={({ target }) => change(target.value)}>
        <option value="">{says.choose}</option>
        {gap.options.map(({ id, html }) => (
          <option key={id} value={id}>
            {plainText(html)}
          </option>
        ))}
      </select>
    );
  return (
    <input
      className={gap.type === 'number' ? 'input gap figure' : 'input gap'}
      aria-label={name}
      inputMode={gap.type === 'number' ? 'decimal' : 'text'}
      autoComplete="off"
      maxLength={400}
      value={text}
      onChange={({ target }) => change(target.value)}
    />
  );
}

/** A text with its gaps inside, each named by its number. */
export function Gaps({ body, response, answer }: AnswerProps<'gaps'>) {
  const gaps = gapsOf(body);
  const given = response?.kind === 'gaps' ? response.gaps : {};
  const filled = Object.values(given).filter((text) => text.trim() !== '').length;
  const fill = (id: string, text: string) => {
    const others = Object.entries(given).filter(([each]) => each !== id);
    const all = text === '' ? others : [...others, [id, text]];
    answer(all.length === 0 ? null : { kind: 'gaps', gaps: Object.fromEntries(all) as Record<string, string> });
  };
  return (
    <div>
      <div className="gap-text">
        {body.parts.map((part, i) =>
          part.type === 'html' ? (
            <Html key={i} html={part.html} />
          ) : (
            <GapField
              key={part.id}
              gap={part}
              name={says.gap(gaps.findIndex(({ id }) => id === part.id) + 1, gaps.length)}
              text={given[part.id] ?? ''}
              change={(text) => fill(part.id, text)}
            />
          ),
        )}
      </div>
      {filled > 0 && filled < gaps.length && (
        <p className="after">
          <Status tone="pending" icon="alert">
            {says.gapsLeft(gaps.length - filled, gaps.length)}
          </Status>
        </p>
      )}
    </div>
  );
}
