import { now } from '../ui/clock.ts';

/** Milliseconds after the last movement for which someone still counts as reading. */
const patience = 60_000;
const longest = 60;
const movements = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'touchstart'] as const;

/** Counts the seconds in which the page is seen and someone moves; tells them by the minute, and when the page is left. */
export function watchTime(tell: (seconds: number) => void): () => void {
  let [seconds, moved] = [0, now()];
  const move = () => {
    moved = now();
  };
  const report = () => {
    if (seconds > 0) tell(seconds);
    seconds = 0;
  };
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && now() - moved < patience) seconds += 1;
    if (seconds >= longest) report();
  }, 1_000);
  const hide = () => {
    if (document.visibilityState === 'hidden') report();
  };
  for (const movement of movements) addEventListener(movement, move, { passive: true });
  // before the outbox sends what it has, on the same occasion
  document.addEventListener('visibilitychange', hide, { capture: true });
  return () => {
    clearInterval(timer);
    for (const movement of movements) removeEventListener(movement, move);
    document.removeEventListener('visibilitychange', hide, { capture: true });
    report();
  };
}
