import { Html } from '../ui/html.tsx';
import type { AnswerProps, Response } from './answered.ts';
import { words } from './words.ts';

const { answer: says } = words;

type ChoicesProps = AnswerProps<'single' | 'multiple' | 'true_false'>;

type Choice = { id: string; html: string };

/** The alternatives of a choice; true and false are two of them. */
export const choicesOf = (body: ChoicesProps['body']): Choice[] =>
  body.kind === 'true_false'
    ? [
        { id: 'true', html: says.true },
        { id: 'false', html: says.false },
      ]
    : body.options;

/** The alternatives that a response marks. */
export function markedIn(response: Response | null): readonly string[] {
  if (response?.kind === 'single') return [response.choice];
  if (response?.kind === 'multiple') return response.choices;
  return response?.kind === 'true_false' ? [String(response.value)] : [];
}

function responseOf(kind: ChoicesProps['body']['kind'], marked: readonly string[]): Response | null {
  const [choice] = marked;
  if (choice === undefined) return null;
  if (kind === 'multiple') return { kind, choices: [...marked] };
  return kind === 'single' ? { kind, choice } : { kind, value: choice === 'true' };
}

/** One of several, or as many as are right. */
export function Choices({ position, body, response, answer }: ChoicesProps) {
  const many = body.kind === 'multiple';
  const marked = markedIn(response);
  const toggled = (id: string) => (marked.includes(id) ? marked.filter((each) => each !== id) : [...marked, id]);
  return (
    <div>
      {choicesOf(body).map(({ id, html }) => (
        <label className="option" key={id}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={`answer-${position}`}
            checked={marked.includes(id)}
            onChange={() => answer(responseOf(body.kind, many ? toggled(id) : [id]))}
          />
          <Html html={html} />
        </label>
      ))}
    </div>
  );
}
