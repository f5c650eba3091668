import type { ReactNode } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { Arrival } from './arrival.tsx';
import { Footer } from './footer.tsx';
import type { Head } from './head.ts';
import { Header } from './header.tsx';
import { useRoot } from './root.ts';
import { useHead } from './use-head.ts';
import { words } from './words.ts';

type FrameProps = Pick<Head, 'title' | 'plain' | 'exit'> & { children: ReactNode };

/** What every page stands in; also a page that could not be read, and then even without knowing who is here. */
export function Frame({ title, plain, exit, children }: FrameProps) {
  const { me = null, demo = false } = useRoot() ?? {};
  const waiting = useNavigation().state !== 'idle';
  return (
    <>
      <a className="skip-link" href="#main">
        {words.skip}
      </a>
      <div className="loading-line" data-on={waiting || undefined} aria-hidden="true" />
      <Header me={me} plain={plain} exit={exit} />
      {children}
      {!exit && <Footer me={me} demo={demo} />}
      <Arrival title={title} />
      <ScrollRestoration />
    </>
  );
}

/** The layout of all pages. */
export function Shell() {
  const { title, plain, exit } = useHead();
  return (
    <Frame title={title} plain={plain} exit={exit}>
      <Outlet />
    </Frame>
  );
}
