import { useMe } from '../shell/root.ts';

/** Whether whoever is here may change the bank: tutors only read it. */
export function useMayWrite(): boolean {
  return useMe()?.roles.some((role) => role === 'author' || role === 'admin') ?? false;
}
