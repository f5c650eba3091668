import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { FeedbackPage } from './feedback-page.tsx';
import { words } from './words.ts';

export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { id: params['attempt'] ?? '', position: Number(params['position']) };
  const call = api.GET('/api/attempts/{id}/answers/{position}/feedback', { params: { path }, signal });
  return { feedback: await read(call), attempt: path.id };
}

export const handle: Handle<typeof loader> = {
  title: ({ feedback }) => words.answerTitle(feedback.title),
  description: words.answerDescription,
};

/** How an essay or file of an attempt was marked. */
export function Component() {
  const { feedback, attempt } = useLoaderData<typeof loader>();
  return <FeedbackPage feedback={feedback} grade={null} work={`/intentos/${attempt}/resultado`} />;
}
