import type { ReactNode } from 'react';
import { Html } from '../ui/html.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Answer, Response } from './answer-keeper.ts';
import { type Body, type Question } from './answered.ts';
import { Choices } from './choices.tsx';
import { Matching } from './matching.tsx';
import { Numeric } from './numeric.tsx';
import { Ordering } from './ordering.tsx';
import { words } from './words.ts';

const { attempt: says } = words;

export type AnswerProps<B extends Body = Body> = {
  position: number;
  body: B;
  response: Response | null;
  answer: (response: Response | null) => void;
};

function AnswerOf({ body, ...rest }: AnswerProps): ReactNode {
  switch (body.kind) {
    case 'single':
    case 'multiple':
    case 'true_false':
      return <Choices body={body} {...rest} />;
    case 'numeric':
      return <Numeric body={body} {...rest} />;
    case 'matching':
      return <Matching body={body} {...rest} />;
    case 'ordering':
      return <Ordering body={body} {...rest} />;
    default:
      return null;
  }
}

type QuestionProps = {
  question: Question;
  answer: Answer;
  rejected: boolean;
  change: (position: number, change: Partial<Answer>) => void;
  onFocus: (position: number) => void;
};

export const idOf = (position: number) => `pregunta-${position}`;

/** One question: what it is, what it asks, and where it is answered. */
export function QuestionField({ question, answer, rejected, change, onFocus }: QuestionProps) {
  const { position, body, points } = question;
  return (
    <fieldset className="question" id={idOf(position)} tabIndex={-1} onFocus={() => onFocus(position)}>
      <legend>
        <small>
          <span>{[says.number(position), says.points(points), says.kind[body.kind]].join(' · ')}</span>
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
      <AnswerOf
        position={position}
        body={body}
        response={answer.response}
        answer={(response) => change(position, { response })}
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
