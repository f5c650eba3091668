import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useOutbox, useOutboxState } from './activity.ts';
import type { Lesson } from './lesson-data.ts';
import type { Outbox, OutboxState } from './outbox.ts';
import { watchPosition } from './position.ts';
import { watchTime } from './time.ts';

export type Reading = {
  /** The text, and what stands after it: to know how far the reader is. */
  text: RefObject<HTMLDivElement | null>;
  end: RefObject<HTMLElement | null>;
  read: boolean;
  state: 'new' | 'started' | 'done';
  /** Whether the reader has come to the end. */
  reached: boolean;
  /** Whether the page was brought to where the reader stopped. */
  resumed: boolean;
  mark: (read: boolean) => void;
  outbox: OutboxState;
};

/** What waits here of this lesson, newer than what the server said. */
function waitingRead(outbox: Outbox, { enrolmentId, unit }: Lesson): boolean | undefined {
  const last = outbox
    .events()
    .findLast((event) => event.enrolmentId === enrolmentId && event.unit === unit.key && /read$/.test(event.kind));
  return last && last.kind === 'read';
}

/** Where the reader stopped, as far as this device or the server knows. */
function stoppedAt(outbox: Outbox, { enrolmentId, unit, position }: Lesson): Lesson['position'] {
  const waiting = outbox
    .events()
    .findLast((event) => event.kind === 'position' && event.enrolmentId === enrolmentId && event.unit === unit.key);
  return waiting?.kind === 'position' ? { anchor: waiting.anchor, permille: waiting.permille } : position;
}

/** Follows someone through a lesson: opened, how far, for how long, read. Nothing is followed once the edition is over. */
export function useReading(lesson: Lesson): Reading {
  const { enrolmentId, closed, unit } = lesson;
  const [first] = useState(lesson);
  const text = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLElement>(null);
  const outbox = useOutbox();
  const [read, setRead] = useState(lesson.read);
  const [reached, reach] = useState(false);
  const [resumed, resume] = useState(false);
  const { hash } = useLocation();
  const [arrivedAt] = useState(hash);

  useEffect(() => {
    if (!outbox) return;
    const waiting = waitingRead(outbox, first);
    if (waiting !== undefined) setRead(waiting);
    if (closed || !text.current) return;
    const of = { enrolmentId, unit: unit.key };
    outbox.add({ kind: 'opened', ...of });
    const watches = [
      watchPosition(text.current, {
        start: arrivedAt ? null : stoppedAt(outbox, first),
        anchors: unit.toc.map(({ id }) => id),
        tell: (position) => outbox.add({ kind: 'position', ...of, ...position }),
        resumed: () => resume(true),
      }),
      watchTime((seconds) => outbox.add({ kind: 'active', ...of, seconds })),
    ];
    return () => {
      for (const stop of watches) stop();
    };
  }, [outbox]);

  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && reach(true));
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);

  const mark = (is: boolean) => {
    setRead(is);
    outbox?.add({ kind: is ? 'read' : 'unread', enrolmentId, unit: unit.key });
    void outbox?.flush();
  };
  const state = read ? 'done' : 'started';
  return { text, end, read, state, reached, resumed, mark, outbox: useOutboxState(outbox) };
}
