import { Link } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import { Status } from '../ui/status.tsx';
import type { Lesson } from './lesson-data.ts';
import { addressOfUnit } from './unit-address.ts';
import type { Reading } from './use-reading.ts';
import { words } from './words.ts';

const { lesson: says } = words;

/** Marks the lesson as read, says whether that has arrived, and leads on. */
export function LessonEnd({ lesson, reading }: { lesson: Lesson; reading: Reading }) {
  const { closed } = lesson;
  const { read, mark, end } = reading;
  return (
    <footer className="lesson-end stack gap-5 no-print" ref={end}>
      <div className="stack gap-2">
        <div>
          <label className="option plain">
            <input
              type="checkbox"
              checked={read}
              disabled={closed}
              aria-describedby="mark-hint"
              onChange={({ target }) => mark(target.checked)}
            />
            <strong>{says.mark}</strong>
          </label>
          <p className="meta mark-hint" id="mark-hint" aria-live="polite">
            {hintOf(lesson, reading)}
          </p>
        </div>
        {!closed && <Sync {...reading.outbox} />}
      </div>
      <Neighbours lesson={lesson} />
    </footer>
  );
}

/** In one place, so that what is said on reaching the end moves nothing under the finger that marks. */
function hintOf({ closed }: Lesson, { reached, read }: Reading): string {
  if (closed) return says.closed;
  return reached && !read ? says.reached : says.marked;
}

function Sync({ waiting, sending }: Reading['outbox']) {
  if (waiting === 0) {
    return (
      <Status tone="success" icon="saved">
        {says.sync.idle}
      </Status>
    );
  }
  return (
    <Status tone={sending ? 'info' : 'pending'} icon={sending ? 'sync' : 'clock'}>
      {sending ? says.sync.sending(waiting) : says.sync.waiting(waiting)}
    </Status>
  );
}

function Neighbours({ lesson: { previous, next, enrolmentId } }: { lesson: Lesson }) {
  return (
    <p className="cluster between">
      {previous && (
        <Link className="btn" to={addressOfUnit(enrolmentId, previous)}>
          <Icon name="chevron-left" />
          {says.back[previous.kind]}
        </Link>
      )}
      <Link className="btn primary push-end" to={next ? addressOfUnit(enrolmentId, next) : `/estudio/${enrolmentId}`}>
        {next ? says.on(next.title) : says.toCourse}
        <Icon name="arrow" />
      </Link>
    </p>
  );
}
