import { useSyncExternalStore } from 'react';
import { useRoot } from './root.ts';
import { chosenTheme, onTheme, type Theme } from './theme.ts';

/** The theme that holds: as chosen on this page, else as the document came. */
export function useTheme(): Theme {
  const kept = useRoot()?.theme ?? 'system';
  return useSyncExternalStore(onTheme, chosenTheme, () => undefined) ?? kept;
}
