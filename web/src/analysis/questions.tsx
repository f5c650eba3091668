import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { plainText } from '../ui/plain-text.ts';
import { Status } from '../ui/status.tsx';
import { coefficient, share, words } from './words.ts';

const { table, states, headlines } = words;

export type Question = Schemas['AnalysedQuestion'];

const longest = 48;

/** The first words of what is asked. */
export function shortOf({ prompt }: Pick<Question, 'prompt'>): string {
  const text = plainText(prompt);
  if (text.length <= longest) return text;
  const end = text.lastIndexOf(' ', longest);
  return `${text.slice(0, end > 20 ? end : longest)}…`;
}

const looks = {
  good: { tone: 'success', icon: 'check' },
  look: { tone: 'pending', icon: 'alert' },
  review: { tone: 'danger', icon: 'alert' },
  few: { icon: 'clock' },
} as const;

export const State = ({ state }: Pick<Question, 'state'>) => <Status {...looks[state]}>{states[state]}</Status>;

type QuestionsProps = {
  questions: readonly Question[];
  chosen: Question;
  addressOf: (question: Question) => string;
};

/** A line a question; the one whose detail is shown is marked. On a phone each becomes a record. */
export function Questions({ questions, chosen, addressOf }: QuestionsProps) {
  const ids = questions.map(({ questionId }) => questionId);
  return (
    <table role="table" className="table restack items">
      <caption className="visually-hidden">{table.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[table.question, table.difficulty, table.discrimination, table.state, table.advice].map((name, i) => (
            <th key={name} role="columnheader" scope="col" className={i === 1 || i === 2 ? 'numeric' : undefined}>
              {i === 2 ? <abbr title={table.discriminationWhole}>{name}</abbr> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {questions.map((question) => (
          <Row
            key={question.versionId}
            question={question}
            isShown={question === chosen}
            isTwice={ids.indexOf(question.questionId) !== ids.lastIndexOf(question.questionId)}
            to={addressOf(question)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** `isTwice`: another version of it was answered too. */
function Row({
  question,
  isShown,
  isTwice,
  to,
}: {
  question: Question;
  isShown: boolean;
  isTwice: boolean;
  to: string;
}) {
  const { number, version, difficulty, discrimination, state, headline } = question;
  return (
    <tr role="row" className={isShown ? `shown ${state}` : undefined}>
      <th role="rowheader" scope="row">
        <Link to={to} aria-current={isShown ? 'true' : undefined}>
          <span className="number">{number}</span>
          <span>{shortOf(question)}</span>
        </Link>
        {isTwice && <span className="fine">{table.version(version)}</span>}
      </th>
      <td role="cell" className="numeric" data-label={table.difficulty}>
        {share(difficulty)}
      </td>
      <td role="cell" className="numeric" data-label={table.discriminationWhole}>
        {coefficient(discrimination)}
      </td>
      <td role="cell" data-label={table.state}>
        <State state={state} />
      </td>
      <td role="cell" className="advice">
        {headlines[headline]}
      </td>
    </tr>
  );
}
