import './question.css';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { points as pointsOf } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';
import type { IconName } from '../ui/icon.tsx';
import { Status } from '../ui/status.tsx';
import type { BodyOf, Kind, Response, ResponseOf } from './answered.ts';
import { markedIn } from './choices.tsx';
import { ReviewedAreas, ReviewedChoices } from './reviewed-choices.tsx';
import { ReviewedGaps } from './reviewed-gaps.tsx';
import { ReviewedOrder, ReviewedPairs } from './reviewed-tables.tsx';
import { words } from './words.ts';

const { reviewed: says } = words;

export type ReviewedQuestion = Schemas['AttemptResult']['questions'][number];
type Verdict = NonNullable<ReviewedQuestion['verdict']>;

const tones = { right: 'success', partial: 'pending', wrong: 'danger', blank: undefined, pending: 'pending' } as const;
const icons: Record<Verdict, IconName> = {
  ...{ right: 'check', partial: 'alert', wrong: 'close', blank: 'info', pending: 'clock' },
};

/** A question with what was answered and, as far as it is published, what was right, and why. */
export function Reviewed({ question }: { question: ReviewedQuestion }) {
  const { position, body, verdict, points, maxPoints, feedback, treatment } = question;
  const earned = points === null ? says.toBeMarked : says.points(pointsOf(points), pointsOf(maxPoints));
  return (
    <article className="question" aria-labelledby={`question-${position}`}>
      <h3 className="reviewed" id={`question-${position}`}>
        <small>
          <span>{verdict ? `${words.number(position)} · ${earned}` : words.number(position)}</span>
          {verdict && <Judged verdict={verdict} />}
        </small>
        <Html html={body.prompt} />
      </h3>
      <div className="stack gap-3">
        {treatment && <p className="notice">{says.treatments[treatment]}</p>}
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

type Review<K extends Kind> = (question: ReviewedQuestion, body: BodyOf<K>) => ReactNode;

const choices = (
  { response, solution, optionFeedback: why }: ReviewedQuestion,
  body: BodyOf<'single' | 'multiple' | 'true_false'>,
) => <ReviewedChoices body={body} marked={markedIn(response)} right={solution && markedIn(solution)} why={why} />;
const text = ({ response, solution }: ReviewedQuestion, body: BodyOf<'numeric' | 'calculated' | 'short'>) => (
  <ReviewedText unit={'unit' in body ? body.unit : null} given={textOf(response)} right={textOf(solution)} />
);
const pairs = ({ response, solution, optionFeedback: why }: ReviewedQuestion) => ({
  ...{ given: pairsOf(response), correct: solution && pairsOf(solution), why },
});

/** What was answered beside what was right; without the latter while answers are not published. */
const reviews: { [K in Kind]: Review<K> } = {
  ...{ single: choices, multiple: choices, true_false: choices, numeric: text, calculated: text, short: text },
  matching: (question, { left, right }) => (
    <ReviewedPairs caption={says.pairs.caption} left={left} right={right} {...pairs(question)} />
  ),
  categorise: (question, { items, bins }) => (
    <ReviewedPairs caption={says.bins.caption} left={items} right={bins} {...pairs(question)} />
  ),
  ordering: ({ response, solution, optionFeedback: why }, body) => (
    <ReviewedOrder body={body} given={orderOf(response)} right={solution && orderOf(solution)} why={why} />
  ),
  gaps: ({ response, solution, options, optionFeedback: why }, body) => (
    <ReviewedGaps body={body} given={gapsIn(response)} right={gapsIn(solution)} options={options} why={why} />
  ),
  hotspot: ({ response, solution, optionFeedback: why }, body) => (
    <ReviewedAreas body={body} marked={areasIn(response)} right={solution && areasIn(solution)} why={why} />
  ),
  essay: ({ response }) => <ReviewedEssay html={response?.kind === 'essay' ? response.html : ''} />,
  file: ({ response }) => <ReviewedFiles count={response?.kind === 'file' ? response.files.length : 0} />,
};

const answerOf = (question: ReviewedQuestion) => (reviews[question.body.kind] as Review<Kind>)(question, question.body);

const textOf = (response: Response | null) => (response && 'text' in response ? response.text : '');
function pairsOf(response: Response | null): ResponseOf<'matching'>['pairs'] {
  if (response?.kind === 'matching') return response.pairs;
  return response?.kind === 'categorise' ? response.bins : {};
}
const orderOf = (response: Response | null): readonly string[] => (response?.kind === 'ordering' ? response.order : []);
const gapsIn = (response: Response | null) => (response?.kind === 'gaps' ? response.gaps : {});
const areasIn = (response: Response | null) => (response?.kind === 'hotspot' ? response.areas : []);

function ReviewedText({ unit, given, right }: { unit: string | null; given: string; right: string }) {
  const measured = (text: string) => (unit && text ? `${text} ${unit}` : text);
  return (
    <dl className="facts narrow">
      <dt>{says.youAnswered}</dt>
      <dd>{given ? measured(given) : says.noAnswer}</dd>
      {right && (
        <>
          <dt>{says.rightAnswer}</dt>
          <dd>
            <strong>{measured(right)}</strong>
          </dd>
        </>
      )}
    </dl>
  );
}

/** What was written, as it was; its marks and comments are shown where the work is. */
const ReviewedEssay = ({ html }: { html: string }) =>
  html ? <Html html={html} className="prose written" block /> : <p>{says.noAnswer}</p>;

const ReviewedFiles = ({ count }: { count: number }) => <p>{count > 0 ? says.files(count) : says.noAnswer}</p>;
