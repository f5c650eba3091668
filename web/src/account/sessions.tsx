import { Form } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { day, hour } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { refusals } from '../words/refusals.ts';
import type { AccountAnswer } from './account-answer.ts';
import { words } from './account-words.ts';
import { deviceOf } from './device.ts';

const { sessions: own } = words;

type Session = Schemas['OpenSessionList']['items'][number];
type SessionsProps = { sessions: readonly Session[]; zone: string; answer: AccountAnswer | undefined };

/** Where one is signed in, each to be closed from here. */
export function Sessions({ sessions, zone, answer }: SessionsProps) {
  const refused = answer?.about === 'session' ? answer.refused : undefined;
  return (
    <section className="stack gap-3" aria-labelledby="sessions">
      <SectionTitle id="sessions">{own.heading}</SectionTitle>
      {refused === null && <Notice tone="success" role="status" title={own.closed} />}
      {refused && (
        <Notice tone="danger" role="alert" title={own.refused}>
          {refusals[refused.code]}
        </Notice>
      )}
      <ul className="rows">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} zone={zone} />
        ))}
      </ul>
      <p className="meta">{own.hint}</p>
    </section>
  );
}

function SessionLine({
  session: { id, device, createdAt, lastSeenAt, current },
  zone,
}: {
  session: Session;
  zone: string;
}) {
  const at = (instant: string) => `${day(instant, zone)}, ${hour(instant, zone)}`;
  const name = deviceOf(device) ?? own.unknownDevice;
  return (
    <li className="cluster between">
      <div>
        <strong>{name}</strong>
        <p className="meta">
          {own.opened(at(createdAt))} · {own.seen(at(lastSeenAt))}
        </p>
      </div>
      {current ? (
        <Status tone="success" icon="check">
          {own.current}
        </Status>
      ) : (
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <button className="btn" name="about" value="session" aria-label={own.closeOf(name, at(createdAt))}>
            {own.close}
          </button>
        </Form>
      )}
    </li>
  );
}
