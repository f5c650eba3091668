import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { words as asked } from '../question/words.ts';
import { Icon } from '../ui/icon.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { weight } from '../ui/upload-words.ts';
import { words } from './words.ts';

const { works: says } = words.result;

type Result = Schemas['AttemptResult'];
type Work = Result['works'][number];

/** What a person marks of an attempt: its receipt, its files, and the way to what was said of it. */
export function Works({ result: { id, works } }: { result: Result }) {
  if (works.length === 0) return null;
  return (
    <section className="stack gap-3" aria-labelledby="works">
      <SectionTitle id="works">{says.title}</SectionTitle>
      <ul className="rows">
        {works.map((work) => (
          <Receipt key={work.position} attempt={id} work={work} />
        ))}
      </ul>
    </section>
  );
}

function Receipt({ attempt, work }: { attempt: string; work: Work }) {
  const { position, submissionId, folio, words: length, told, files } = work;
  return (
    <li className="stack gap-2">
      <p>
        <strong>{asked.number(position)}</strong> · {says.folio(folio)}
        {length > 0 && ` · ${says.words(length)}`}
      </p>
      {files.map(({ id, name, size, sha256 }) => (
        <div key={id}>
          <a className="tap" href={`/api/submissions/${submissionId}/files/${id}`} download={name}>
            <Icon name="download" /> {name}
          </a>
          <p className="fine">
            {weight(size)} · {says.hash(sha256)}
          </p>
        </div>
      ))}
      {told && (
        <p>
          <Link className="tap" to={`/intentos/${attempt}/respuestas/${position}`}>
            {says.comments(position)}
          </Link>
        </p>
      )}
    </li>
  );
}
