import { arrange } from '../bank/arrange.policy.ts';
import { fillIn } from '../bank/calculated.policy.ts';
import { score, solutionOf, verdictOfMark } from '../bank/scoring.policy.ts';
import type { Asked } from './asked.sql.ts';
import { countedBy } from './mended.policy.ts';

/** Which parts may be seen. */
type Seen = { answers: unknown; feedback: unknown };

/** The verdict, which is kept nowhere, from the answer again, or from what a person gave. */
function judged({ points, maxPoints, body, answerKey, drawn, response, treatment }: Asked) {
  const { verdict, options } = score(body, answerKey, maxPoints, response, drawn);
  const byPerson = verdict === 'pending' || treatment === 'full';
  const given = byPerson && points !== null ? verdictOfMark(points, maxPoints) : verdict;
  return { points, verdict: given, options, solution: solutionOf(answerKey, drawn) };
}

const unjudged = { points: null, verdict: null, options: {}, solution: null };

/**
 * What tells right from wrong goes with the answers, what explains with the feedback; that of the options would tell which is
 * right, and goes with both.
 */
export function reviewed(asked: Asked, { answers, feedback }: Seen) {
  const question = { ...asked, ...countedBy(asked) };
  const { position, section, maxPoints, body, answerKey, order, drawn, response } = question;
  const said = (html: string) => fillIn(html, drawn);
  const byOption = answers && feedback ? Object.entries(answerKey.optionFeedback) : [];
  return {
    treatment: answers ? question.treatment : null,
    ...{ position, section, body: arrange(body, order, drawn), response, maxPoints },
    ...(answers ? judged(question) : unjudged),
    feedback: feedback && answerKey.feedback !== null ? said(answerKey.feedback) : null,
    optionFeedback: Object.fromEntries(byOption.map(([id, html]) => [id, said(html)])) as Record<string, string>,
  };
}
