import { useMatches } from 'react-router';
import { type Head, headOf } from './head.ts';

/** What the page that is shown says of itself. */
export function useHead(): Head {
  const matches = useMatches();
  return headOf(matches.map(({ handle, loaderData }) => ({ handle, data: loaderData })));
}
