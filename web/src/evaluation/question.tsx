import { AnswerField } from '../question/answer-field.tsx';
import { words as asked } from '../question/words.ts';
import { Html } from '../ui/html.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Answer, Attempt } from './answer-keeper.ts';
import { AnswerFiles } from './answer-files.tsx';
import { words } from './words.ts';

const { attempt: says } = words;

type QuestionProps = {
  attempt: string;
  question: Attempt['questions'][number];
  answer: Answer;
  rejected: boolean;
  live: boolean;
  change: (position: number, change: Partial<Answer>) => void;
  onFocus: (position: number) => void;
};

export const idOf = (position: number) => `pregunta-${position}`;

/** One question: what it is, what it asks, and where it is answered. */
export function QuestionField({ attempt, question, answer, rejected, live, change, onFocus }: QuestionProps) {
  const { position, body, points } = question;
  return (
    <fieldset className="question" id={idOf(position)} tabIndex={-1} onFocus={() => onFocus(position)}>
      <legend>
        <small>
          <span>{[asked.number(position), asked.points(points), asked.kind[body.kind]].join(' · ')}</span>
          <button
            type="button"
            className="btn quiet"
            aria-pressed={answer.flagged}
            onClick={() => change(position, { flagged: !answer.flagged })}
          >
            <Icon name="flag" />
            {answer.flagged ? says.flagged : says.flag}
            <span className="visually-hidden">{says.flagSubject(position)}</span>
          </button>
        </small>
        <Html html={body.prompt} className="prompt" block />
      </legend>
      <AnswerField
        position={position}
        body={body}
        response={answer.response}
        answer={(response) => change(position, { response })}
        upload={(props) => <AnswerFiles {...props} attempt={attempt} arrived={question.files} live={live} />}
      />
      {rejected && (
        <p className="status danger wrap-text" role="alert">
          <Icon name="alert" />
          {says.rejected}
        </p>
      )}
    </fieldset>
  );
}
