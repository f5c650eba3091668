import { Link } from 'react-router';
import type { Answer, Attempt } from './answer-keeper.ts';
import { type Answered, answeredOf } from '../question/answered.ts';
import { words as asked } from '../question/words.ts';
import { idOf } from './question.tsx';
import { words } from './words.ts';

const { attempt: says } = words;

export type Mark = { position: number; answered: Answered; flagged: boolean };

/** How far each question is. */
export const marksOf = ({ questions }: Attempt, answers: ReadonlyMap<number, Answer>): Mark[] =>
  questions.map(({ position, body }) => {
    const { response = null, flagged = false } = answers.get(position) ?? {};
    return { position, answered: answeredOf(body, response), flagged };
  });

/** Questions are shown by four. */
export const groupSize = 4;
export const groupOf = (position: number) => Math.ceil(position / groupSize);
export const addressOf = (position: number) => ({ search: `?grupo=${groupOf(position)}`, hash: idOf(position) });

const classOf = ({ answered, flagged }: Mark) =>
  [answered === 'yes' && 'answered', answered === 'partly' && 'partly', flagged && 'flagged'].filter(Boolean).join(' ');

const nameOf = ({ position, answered, flagged }: Mark) =>
  [asked.number(position), says.states[answered], flagged && says.flaggedState].filter(Boolean).join(', ');

/** All questions by number: answered, half answered and flagged differ by shape. */
export function QuestionMap({ marks, current }: { marks: readonly Mark[]; current: number | null }) {
  const answered = marks.filter((mark) => mark.answered === 'yes').length;
  return (
    <>
      <ol className="question-nav">
        {marks.map((mark) => (
          <li key={mark.position}>
            <Link
              to={addressOf(mark.position)}
              className={classOf(mark)}
              aria-label={nameOf(mark)}
              aria-current={mark.position === current ? 'step' : undefined}
            >
              {mark.position}
            </Link>
          </li>
        ))}
      </ol>
      <p className="meta">
        {says.tally(answered, marks.length - answered, marks.filter(({ flagged }) => flagged).length)}
      </p>
    </>
  );
}
