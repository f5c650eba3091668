import { useSyncExternalStore } from 'react';
import { isSending, onSending } from '../api/sending.ts';
import { onWaiting, waiting } from '../api/waiting.ts';
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

/** Whether there is a network, and what is on its way or waits for it. Read out only when the network goes. */
export function Connection() {
  const online = useSyncExternalStore(
    onLine,
    () => navigator.onLine,
    () => true,
  );
  const busy = useSyncExternalStore(onSending, isSending, () => false);
  const held = useSyncExternalStore(onWaiting, waiting, () => 0);
  const state = !online ? 'offline' : busy ? 'sending' : held > 0 ? 'waiting' : 'current';
  const text = state === 'waiting' ? words.connection.waiting(held) : words.connection[state];
  return (
    <span className="connection" data-state={state}>
      <Icon name={online ? 'sync' : 'offline'} />
      <span>
        <span role="status">{!online && text}</span>
        {online && text}
      </span>
    </span>
  );
}
