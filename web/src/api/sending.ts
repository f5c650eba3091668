/** How many writes are on their way to the API. */
let count = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1) {
  count += by;
  for (const listener of listeners) listener();
}

/** Counts a write while it lasts. */
export async function sending<T>(write: Promise<T>): Promise<T> {
  change(1);
  try {
    return await write;
  } finally {
    change(-1);
  }
}

/** For useSyncExternalStore. */
export const isSending = () => count > 0;
export function onSending(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
