import { useSyncExternalStore } from 'react';
import { isSending, onSending } from '../api/sending.ts';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

function onLine(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Whether there is a network, and whether something is on its way. */
export function Connection() {
  const online = useSyncExternalStore(
    onLine,
    () => navigator.onLine,
    () => true,
  );
  const busy = useSyncExternalStore(onSending, isSending, () => false);
  const state = !online ? 'offline' : busy ? 'sending' : 'current';
  return (
    <span className="connection" data-state={state} role="status">
      <Icon name={online ? 'sync' : 'offline'} />
      <span>{words.connection[state]}</span>
    </span>
  );
}
