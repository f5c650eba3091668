import { useState } from 'react';
import { Link } from 'react-router';
import { api, type Refused, type Schemas, write } from '../api/client.ts';
import { AnswerField } from '../question/answer-field.tsx';
import type { Response } from '../question/answered.ts';
import { Reviewed } from '../question/reviewed.tsx';
import { words as asked } from '../question/words.ts';
import { Html } from '../ui/html.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { refusals } from '../words/refusals.ts';
import { says } from './question-words.ts';

type Shown = Schemas['QuestionPreview'];
type PreviewProps = { id: string; seed: number; shown: Shown };

/** The question as whoever studies meets it, to be tried; nothing of it is kept. */
export function Preview({ id, seed, shown }: PreviewProps) {
  const [response, setResponse] = useState<Response | null>(null);
  const [told, setTold] = useState<{ marked: Shown | undefined; refused: Refused | null } | null>(null);
  const check = async () => {
    const body = { seed, response };
    const { done, refused } = await write(api.POST('/api/questions/{id}/try', { params: { path: { id } }, body }));
    setTold({ marked: done, refused });
  };
  const { body, points } = shown;
  return (
    <section className="stack gap-5 preview" aria-labelledby="preview">
      <SectionTitle id="preview">{says.preview}</SectionTitle>
      <fieldset className="question">
        <legend>
          <small>
            <span>{[asked.points(points), asked.kind[body.kind]].join(' · ')}</span>
          </small>
          <Html html={body.prompt} className="prompt" block />
        </legend>
        <AnswerField position={1} body={body} response={response} answer={setResponse} />
      </fieldset>
      <p className="cluster gap-3">
        <button type="button" className="btn primary" disabled={response === null} onClick={() => void check()}>
          {says.check}
        </button>
        <Link className="btn" to={`?tab=vista&muestra=${seed + 1}`} preventScrollReset>
          {says.another}
        </Link>
      </p>
      <div role="status">
        {told?.refused && <Notice tone="danger" title={refusals[told.refused.code]} />}
        {told?.marked?.result && response && <Marked shown={shown} response={response} result={told.marked.result} />}
      </div>
    </section>
  );
}

type MarkedProps = { shown: Shown; response: Response; result: NonNullable<Shown['result']> };

const Marked = ({ shown: { body }, response, result }: MarkedProps) => (
  <Reviewed question={{ ...result, position: 1, section: null, treatment: null, body, response }} />
);
