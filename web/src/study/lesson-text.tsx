import { type RefObject, useEffect } from 'react';
import { useNavigate } from 'react-router';
import { Fragment, type Text } from '../ui/fragment.tsx';
import type { Lesson } from './lesson-data.ts';
import { enhanceSelfChecks } from './self-check.ts';
import { addressOfUnit } from './unit-address.ts';

type TextProps = { ref: RefObject<HTMLDivElement | null>; text: Text; lesson: Lesson };

/** Clicks that the browser must have: another tab, another button. */
const plain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** Another page of ours, as against a place in this one or a file. */
const leadsToPage = ({ origin, pathname }: HTMLAnchorElement) =>
  origin === location.origin && pathname !== location.pathname && !pathname.startsWith('/api/');

/** The text of a lesson, with its self-checks brought to life and its links to other lessons kept within this room. */
export function LessonText({ ref, text, lesson }: TextProps) {
  const { enrolmentId, course, outline } = lesson;
  const navigate = useNavigate();
  useEffect(() => (ref.current ? enhanceSelfChecks(ref.current) : undefined), [ref, text.sha]);
  useEffect(() => {
    for (const link of ref.current?.querySelectorAll<HTMLAnchorElement>('a[data-unit]') ?? []) {
      const [owner, key = ''] = (link.dataset['unit'] ?? '').split('/');
      if (owner === course.slug || outline.some((unit) => unit.key === key))
        link.href = addressOfUnit(enrolmentId, { key, kind: 'lesson' }) + link.hash;
    }
  }, [ref, text.sha, enrolmentId, course.slug, outline]);
  useEffect(() => {
    const inside = ref.current;
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      if (!link || !plain(event) || !leadsToPage(link)) return;
      event.preventDefault();
      void navigate(link.pathname + link.search + link.hash);
    };
    inside?.addEventListener('click', follow);
    return () => inside?.removeEventListener('click', follow);
  }, [ref, text.sha, navigate]);
  return <Fragment ref={ref} text={text} className="prose" />;
}
