import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { points as pointsOf } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';
import type { IconName } from '../ui/icon.tsx';
import { Status } from '../ui/status.tsx';
import type { BodyOf, ResponseOf } from './answered.ts';
import { choicesOf, markedIn } from './choices.tsx';
import { ReviewedOrder, ReviewedPairs } from './reviewed-tables.tsx';
import { words } from './words.ts';

const { result: says, attempt } = words;

type Question = Schemas['AttemptResult']['questions'][number];
type Verdict = NonNullable<Question['verdict']>;

const tones = { right: 'success', partial: 'pending', wrong: 'danger', blank: undefined, pending: 'pending' } as const;
const icons: Record<Verdict, IconName> = {
  right: 'check',
  partial: 'alert',
  wrong: 'close',
  blank: 'info',
  pending: 'clock',
};

/** A question with what was answered, what was right, and why. */
export function Reviewed({ question }: { question: Question }) {
  const { position, body, verdict, points, maxPoints, feedback } = question;
  return (
    <article className="question" aria-labelledby={`question-${position}`}>
      <h3 className="reviewed" id={`question-${position}`}>
        <small>
          <span>
            {attempt.number(position)}
            {verdict && ` · ${points === null ? says.toBeMarked : says.points(pointsOf(points), pointsOf(maxPoints))}`}
          </span>
          {verdict && <Judged verdict={verdict} />}
        </small>
        <Html html={body.prompt} />
      </h3>
      <div className="stack gap-3">
        {answerOf(question)}
        {feedback && <Html html={feedback} className="notice feedback" block />}
      </div>
    </article>
  );
}

function Judged({ verdict }: { verdict: Verdict }) {
  const tone = tones[verdict];
  return (
    <Status {...(tone && { tone })} icon={icons[verdict]}>
      {says.verdict[verdict]}
    </Status>
  );
}

function answerOf({ body, response, solution, optionFeedback }: Question): ReactNode {
  switch (body.kind) {
    case 'single':
    case 'multiple':
    case 'true_false':
      return (
        <ReviewedChoices body={body} marked={markedIn(response)} right={markedIn(solution)} why={optionFeedback} />
      );
    case 'numeric':
      return <ReviewedNumber unit={body.unit} given={textOf(response)} right={textOf(solution)} />;
    case 'matching':
      return <ReviewedPairs body={body} given={pairsOf(response)} right={pairsOf(solution)} why={optionFeedback} />;
    case 'ordering':
      return <ReviewedOrder body={body} given={orderOf(response)} right={orderOf(solution)} why={optionFeedback} />;
    default:
      return null;
  }
}

type Response = Question['response'];
const textOf = (response: Response) => (response?.kind === 'numeric' ? response.text : '');
const pairsOf = (response: Response): ResponseOf<'matching'>['pairs'] =>
  response?.kind === 'matching' ? response.pairs : {};
const orderOf = (response: Response): readonly string[] => (response?.kind === 'ordering' ? response.order : []);

type ChoicesProps = {
  body: BodyOf<'single' | 'multiple' | 'true_false'>;
  marked: readonly string[];
  right: readonly string[];
  why: Record<string, string>;
};

function markOf(id: string, marked: readonly string[], right: readonly string[]) {
  if (marked.includes(id)) {
    return right.includes(id)
      ? ({ tone: 'success', icon: 'check', text: says.rightly } as const)
      : ({ tone: 'danger', icon: 'close', text: says.wrongly } as const);
  }
  return right.includes(id) ? ({ tone: 'info', icon: 'check', text: says.missed } as const) : null;
}

function ReviewedChoices({ body, marked, right, why }: ChoicesProps) {
  return (
    <ul className="reviewed-options">
      {choicesOf(body).map(({ id, html }) => {
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

function ReviewedNumber({ unit, given, right }: { unit: string | null; given: string; right: string }) {
  const measured = (text: string) => (unit && text ? `${text} ${unit}` : text);
  return (
    <dl className="facts narrow">
      <dt>{says.youAnswered}</dt>
      <dd>{given ? measured(given) : says.noAnswer}</dd>
      <dt>{says.rightAnswer}</dt>
      <dd>
        <strong>{measured(right)}</strong>
      </dd>
    </dl>
  );
}
