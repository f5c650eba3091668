import { api, read } from '../api/client.ts';
import type { Item } from './mark-keeper.ts';

/** One item fetched ahead: which, when it was asked for, and what comes. */
let ahead: { id: string; at: number; item: Promise<Item | null> } | null = null;
const fresh = 120_000;

const fetchItem = (id: string, signal?: AbortSignal) =>
  read(api.GET('/api/submissions/{id}/marking', { params: { path: { id } }, ...(signal && { signal }) }));

/** Fetches what is likely to be opened next. What fails is asked for again when it is. */
export function fetchAhead(id: string | undefined, now: number): void {
  if (!id || (ahead?.id === id && now - ahead.at < fresh)) return;
  ahead = { id, at: now, item: fetchItem(id).catch(() => null) };
}

/** The item: as it was fetched ahead, once, if that is not long ago; else as it is now. */
export async function itemOf(id: string, now: number, signal: AbortSignal): Promise<Item> {
  const here = ahead?.id === id && now - ahead.at < fresh ? await ahead.item : null;
  if (ahead?.id === id) ahead = null;
  return here ?? fetchItem(id, signal);
}
