import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the script has come: what works only with it has `data-waiting` until then, which keeps its place. */
export const useScript = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
