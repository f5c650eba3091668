import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, write } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { FeedbackPage } from './feedback-page.tsx';
import { words } from './words.ts';

export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { id: params['enrolment'] ?? '', unit: params['unit'] ?? '' };
  const [feedback, { done: grade = null }] = await Promise.all([
    read(api.GET('/api/enrolments/{id}/tasks/{unit}/feedback', { params: { path }, signal })),
    write(api.GET('/api/enrolments/{id}/tasks/{unit}/grade', { params: { path }, signal })),
  ]);
  return { feedback, grade };
}

export const handle: Handle<typeof loader> = {
  title: ({ feedback }) => words.title(feedback.title),
  description: words.description,
};

export function Component() {
  const { feedback, grade } = useLoaderData<typeof loader>();
  const { enrolmentId, unit } = feedback;
  return <FeedbackPage feedback={feedback} grade={grade} work={`/estudio/${enrolmentId}/tareas/${unit}`} />;
}
