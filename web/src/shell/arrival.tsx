import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/** Where one is: kept here and not in the component, which a failure replaces. */
let shown: string | undefined;

/** On reaching another page: its title in the window and read out, and the focus on its heading. */
export function Arrival({ title }: { title: string }) {
  const { pathname, hash } = useLocation();
  const [announced, announce] = useState('');

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    const before = shown;
    shown = pathname;
    if (before === undefined || before === pathname) return;
    announce(title);
    if (hash) return;
    const heading = document.querySelector<HTMLElement>('#main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, [pathname, hash, title]);

  return (
    <p className="visually-hidden" role="status">
      {announced}
    </p>
  );
}
