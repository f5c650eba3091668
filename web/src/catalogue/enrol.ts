import { data, redirect } from 'react-router';
import { api, type Refused, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';

export type EnrolAnswer = { refused: Refused; edition: string };

/** Enrols whoever is signed in in the edition that the form names, and leads them on to `next`. */
export async function enrol(request: Request, next: (enrolment: string) => string) {
  const text = await textsOf(request);
  const edition = text('edition');
  const { done, refused } = await write(
    api.POST('/api/editions/{id}/enrolments', { params: { path: { id: edition } } }),
  );
  if (refused) return data<EnrolAnswer>({ refused, edition }, refused.status);
  throw redirect(done ? next(done.id) : '/inicio');
}
