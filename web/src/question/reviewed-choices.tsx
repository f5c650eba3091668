import { Html } from '../ui/html.tsx';
import { Status } from '../ui/status.tsx';
import type { BodyOf } from './answered.ts';
import { choicesOf } from './choices.tsx';
import { Picture } from './picture.tsx';
import { words } from './words.ts';

const { reviewed: says } = words;

type Marks = { marked: readonly string[]; right: readonly string[] | null; why: Record<string, string> };

function markOf(id: string, marked: readonly string[], right: readonly string[] | null) {
  if (!right) return marked.includes(id) ? ({ tone: 'info', icon: 'check', text: says.yours } as const) : null;
  if (marked.includes(id)) {
    return right.includes(id)
      ? ({ tone: 'success', icon: 'check', text: says.rightly } as const)
      : ({ tone: 'danger', icon: 'close', text: says.wrongly } as const);
  }
  return right.includes(id) ? ({ tone: 'info', icon: 'check', text: says.missed } as const) : null;
}

function Options({ options, marked, right, why }: Marks & { options: readonly { id: string; html: string }[] }) {
  return (
    <ul className="reviewed-options">
      {options.map(({ id, html }) => {
        const mark = markOf(id, marked, right);
        return (
          <li key={id} className={marked.includes(id) ? 'marked' : undefined}>
            <Html html={html} />
            {mark && (
              <Status tone={mark.tone} icon={mark.icon} wrap>
                {mark.text}
              </Status>
            )}
            {why[id] && <Html html={why[id]} className="meta" block />}
          </li>
        );
      })}
    </ul>
  );
}

/** Each alternative: whether it was marked, whether it was right, and why. */
export const ReviewedChoices = ({ body, ...marks }: Marks & { body: BodyOf<'single' | 'multiple' | 'true_false'> }) => (
  <Options options={choicesOf(body)} {...marks} />
);

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The picture with the right areas and those marked, and each by its name. */
export function ReviewedAreas({ body: { picture, areas }, ...marks }: Marks & { body: BodyOf<'hotspot'> }) {
  const classOf = (id: string) => `area ${markOf(id, marks.marked, marks.right)?.tone ?? ''}`;
  return (
    <div className="stack gap-3">
      <Picture picture={picture} areas={areas} classOf={classOf} />
      <Options options={areas.map(({ id, name }, i) => ({ id, html: `${i + 1}. ${escaped(name)}` }))} {...marks} />
    </div>
  );
}
