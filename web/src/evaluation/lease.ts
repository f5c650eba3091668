import { newId } from '../ui/id.ts';

const key = 'aula.lease';

/** What this tab is called where it answers an attempt. Kept while the tab lives, also over a reload; the server makes one up. */
export function leaseHere(): string {
  if (typeof sessionStorage === 'undefined') return newId();
  try {
    const kept = sessionStorage.getItem(key) ?? newId();
    sessionStorage.setItem(key, kept);
    return kept;
  } catch {
    return (forgotten ??= newId()); // forbidden by the browser's settings
  }
}

let forgotten: string | undefined;
