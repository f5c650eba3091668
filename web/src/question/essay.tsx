import { RichText } from '../ui/rich-text.tsx';
import { type AnswerProps, wordsIn } from './answered.ts';
import { words } from './words.ts';

const { essay: says } = words.answer;

const longest = 100_000;

/** A text of some paragraphs, with how many words it has. */
export function Essay({ body: { minWords, maxWords }, response, answer }: AnswerProps<'essay'>) {
  const kind = 'essay';
  const html = response?.kind === kind ? response.html : '';
  const count = wordsIn(html);
  const asked = says.asked(minWords, maxWords);
  const long = html.length > longest;
  return (
    <div className="stack gap-2">
      <RichText
        label={words.answer.yourAnswer}
        hint={asked ?? undefined}
        error={long ? says.tooLong : undefined}
        html={html}
        change={(next) => answer(wordsIn(next) === 0 ? null : { kind, html: next })}
      />
      <p className="meta">{says.count(count, minWords, maxWords)}</p>
    </div>
  );
}
