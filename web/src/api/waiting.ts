/** How many things done here wait in this device for the API to take them. */
let count = 0;
const listeners = new Set<() => void>();

export function setWaiting(n: number): void {
  if (n === count) return;
  count = n;
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore. */
export const waiting = () => count;
export function onWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
