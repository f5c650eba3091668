export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const aYear = 31_536_000;

/** The theme kept in the cookie, read where this runs: from the request on the server, else from the document. */
export function themeIn(request: Request): Theme {
  const cookies = request.headers.get('cookie') ?? (typeof document === 'undefined' ? '' : document.cookie);
  const kept = /(?:^|;\s*)theme=(\w+)/.exec(cookies)?.[1];
  return themes.find((theme) => theme === kept) ?? 'system';
}

/** What was chosen since the page was opened, and who wants to know. */
let chosen: Theme | undefined;
const listeners = new Set<() => void>();

/** For useSyncExternalStore. */
export const chosenTheme = () => chosen;
export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts a choice to work at once, and keeps it for the documents that the server sends from now on. */
export function choose(theme: Theme): void {
  const { documentElement: html } = document;
  if (theme === 'system') delete html.dataset['theme'];
  else html.dataset['theme'] = theme;
  document.cookie = `theme=${theme}; path=/; max-age=${theme === 'system' ? 0 : aYear}; samesite=lax`;
  chosen = theme;
  for (const listener of listeners) listener();
}
