import { Form, Link } from 'react-router';
import type { Refused, Schemas } from '../api/client.ts';
import { Notice } from '../ui/notice.tsx';
import { refusals } from '../words/refusals.ts';
import { says } from './question-words.ts';
import { useMayWrite } from './use-may-write.ts';

type Question = Schemas['BankQuestion'];
export type QuestionAnswer = { refused: Refused | null; pushed: Schemas['PushedQuestion'] | null };

/** What whoever comes should know first: that it is retired, has twins, or that evaluations are behind. */
export function QuestionState({ question, answer }: { question: Question; answer: QuestionAnswer | undefined }) {
  const mayWrite = useMayWrite();
  const { retiredAt, twins, behind } = question;
  return (
    <>
      {answer && <Answered id={question.id} answer={answer} />}
      {retiredAt && <Notice tone="pending" title={says.retired} />}
      {twins.length > 0 && (
        <Notice tone="pending" icon="alert" title={says.twins}>
          <ul>
            {twins.slice(0, 3).map((twin) => (
              <li key={twin.id}>
                <Link to={`/banco/preguntas/${twin.id}`}>{says.twin(twin.excerpt, twin.similarity)}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {behind > 0 && mayWrite && <Behind question={question} />}
    </>
  );
}

/** What was done or refused; the form tells what is wrong with itself. */
const Answered = ({ id, answer: { refused, pushed } }: { id: string; answer: QuestionAnswer }) => (
  <>
    {refused && !toldByForm.has(refused.code) && <Notice tone="danger" role="alert" title={refusals[refused.code]} />}
    {pushed && <Pushed id={id} pushed={pushed} />}
  </>
);

const toldByForm = new Set<string>(['invalid', 'unknown_image', 'unknown_topic', 'unknown_category']);

const Pushed = ({
  id,
  pushed: { evaluations, openAttempts, endedAttempts },
}: {
  id: string;
  pushed: Schemas['PushedQuestion'];
}) => (
  <Notice tone="success" role="status" title={says.pushed(evaluations, openAttempts, endedAttempts)}>
    {endedAttempts > 0 && (
      <p>
        <Link to={`/notas/recalculos/nuevo?question=${id}`}>{says.regrade}</Link>
      </p>
    )}
  </Notice>
);

const Behind = ({ question: { behind, currentVersionId } }: { question: Question }) => (
  <Notice tone="pending" title={says.behind(behind)}>
    <p>{says.behindText}</p>
    <Form method="post">
      <input type="hidden" name="versionId" value={currentVersionId} />
      <button className="btn" name="about" value="push">
        {says.push}
      </button>
    </Form>
  </Notice>
);
