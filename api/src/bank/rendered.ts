import { phraseToHtml } from '../content/phrase.service.ts';
import { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Wording } from './bank.schema.ts';
import { mapPhrases } from './phrases.policy.ts';
import { faultsOf } from './wording.policy.ts';

/** A wording with its phrases as HTML; refused where it makes no question. `kept` holds HTML by the Markdown it reads as. */
export function renderedOf({ points, body, answerKey }: Wording, kept = new Map<string, string>()): Wording {
  const errors = faultsOf(body, answerKey).map(({ path, code }) => ({ path: `wording.${path}`, code }));
  if (errors.length > 0) throw new Refusal('invalid', { errors });
  const render = (markdown: string) => kept.get(markdown) ?? phraseToHtml(markdown);
  return {
    points,
    body: QuestionBody.parse(mapPhrases(body, render)),
    answerKey: AnswerKey.parse(mapPhrases(answerKey, render)),
  };
}
