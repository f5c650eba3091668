import './lesson.css';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, readText, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import { readOrGo } from '../api/read-or-go.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { calendarDay } from '../ui/format.ts';
import type { Text } from '../ui/fragment.tsx';
import { Progress } from '../ui/progress.tsx';
import { Status } from '../ui/status.tsx';
import { settled } from './activity.ts';
import type { Lesson } from './lesson-data.ts';
import { LessonEnd } from './lesson-end.tsx';
import { LessonText } from './lesson-text.tsx';
import { Margins } from './margins.tsx';
import { Outline } from './outline.tsx';
import { useReading } from './use-reading.ts';
import { words } from './words.ts';

const { lesson: says } = words;

export const handle: Handle<typeof loader> = {
  title: ({ lesson }) => lesson.unit.title,
  description: ({ lesson }) => says.description(lesson.unit.title, lesson.unit.aim),
};

const pathOf = (params: LoaderFunctionArgs['params']) => ({
  id: params['enrolment'] ?? '',
  unit: params['unit'] ?? '',
});

export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  await settled();
  const path = pathOf(params);
  const call = api.GET('/api/enrolments/{id}/lessons/{unit}', { params: { path }, signal });
  const lesson = await readOrGo(call, `/estudio/${path.id}`);
  return { lesson, text: await readText(lesson.unit.sha, signal) };
}

/** Writes or erases a note. */
export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const { id, unit } = pathOf(params);
  const note = text('note');
  const { refused } =
    text('do') === 'erase'
      ? await write(api.DELETE('/api/enrolments/{id}/notes/{note}', { params: { path: { id, note } } }))
      : await write(
          api.PUT('/api/enrolments/{id}/lessons/{unit}/notes/{note}', {
            params: { path: { id, unit, note } },
            body: { body: text('body') },
          }),
        );
  return refused ? data({ refused }, refused.status) : { refused: null };
}

export function Component() {
  const { lesson, text } = useLoaderData<typeof loader>();
  return <LessonPage key={`${lesson.enrolmentId}/${lesson.unit.key}`} lesson={lesson} text={text} />;
}

function LessonPage({ lesson, text }: { lesson: Lesson; text: Text }) {
  const reading = useReading(lesson);
  const { course, module, unit, enrolmentId } = lesson;
  const outline = lesson.outline.map((each) => (each.key === unit.key ? { ...each, state: reading.state } : each));
  const done = outline.filter(({ state }) => state === 'done').length;
  return (
    <main id="main" className="flush-top">
      <Progress value={done} max={outline.length} label={says.moduleProgress(module.number)} />
      <div className="wrap pad-top-4">
        <Breadcrumbs
          trail={[
            { to: '/inicio', name: words.trail.home },
            { to: `/estudio/${enrolmentId}`, name: course.title },
            { to: `/estudio/${enrolmentId}#module-${module.number}`, name: says.moduleShort(module.number) },
          ]}
        />
        <div className="lesson">
          <Outline
            title={says.module(module.number, module.title)}
            units={outline}
            current={unit.key}
            enrolment={enrolmentId}
          />
          <article>
            <Head lesson={lesson} read={reading.read} />
            <p className="visually-hidden" role="status">
              {reading.resumed && says.resumed}
            </p>
            <LessonText ref={reading.text} text={text} lesson={lesson} />
            <LessonEnd lesson={lesson} reading={reading} />
          </article>
          <Margins lesson={lesson} />
        </div>
      </div>
    </main>
  );
}

/** Thousandths of the text from which, and up to which, what is left of it is worth saying. */
const [begun, almostDone] = [50, 950];

function Head({ lesson, read: isRead }: { lesson: Lesson; read: boolean }) {
  const { number, outline, unit, position, notices } = lesson;
  const left = Math.ceil((unit.minutes * (1000 - position.permille)) / 1000);
  const underWay = !isRead && position.permille > begun && position.permille < almostDone;
  return (
    <header className="stack gap-3 lesson-head">
      <p className="meta">{says.number(number, outline.length)}</p>
      <h1>{unit.title}</h1>
      <p className="lead">{unit.aim}</p>
      <p className="cluster meta">
        <Status icon="clock">{underWay ? says.minutesLeft(left, unit.minutes) : says.minutes(unit.minutes)}</Status>
        {isRead && (
          <Status tone="success" icon="check">
            {says.done}
          </Status>
        )}
        <span>{says.reviewed(calendarDay(unit.reviewedOn, { year: true }))}</span>
      </p>
      {notices.map((notice) => (
        <p key={notice}>
          <Status tone="pending" icon="info" wrap>
            {notice}
          </Status>
        </p>
      ))}
    </header>
  );
}
