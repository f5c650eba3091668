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
    body: QuestionBody.parse(flowing(mapPhrases(untold(body), render))),
    answerKey: AnswerKey.parse(mapPhrases(answerKey, render)),
  };
}

type Ided = { id: string };
const byId = <T extends Ided>(list: T[]): T[] => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What is put in order or matched stands in the order of its ids, so that a body never gives the answer away. */
function untold(body: QuestionBody): QuestionBody {
  if (body.kind === 'ordering' || body.kind === 'categorise') return { ...body, items: byId(body.items) };
  return body.kind === 'matching' ? { ...body, right: byId(body.right) } : body;
}

/** A text with gaps is one flow: its paragraphs become ends of line. */
function flowing(body: QuestionBody): QuestionBody {
  if (body.kind !== 'gaps') return body;
  const flat = (html: string) => html.replace(/<\/p>\s*<p>/g, '<br><br>').replace(/<\/?p>/g, '');
  const parts = body.parts.map((part) => (part.type === 'html' ? { ...part, html: flat(part.html) } : part));
  return { ...body, parts };
}
