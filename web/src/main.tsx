import './styles/base.css';
import './styles/tokens.css';
import './styles/layout.css';
import './styles/shell.css';
import './styles/text.css';
import './styles/controls.css';
import './styles/forms.css';
import './styles/data.css';
import './styles/cover.css';
import './styles/prose.css';
import './styles/utilities.css';
import './styles/print.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { unpack } from './api/document-data.ts';
import { routes } from './router.tsx';

/** Has the code of the page at hand, so that React finds in it what the server sent. */
async function atHand(): Promise<void> {
  const lazy = (matchRoutes(routes, location) ?? []).map(({ route }) => route).filter((route) => route.lazy);
  await Promise.all(
    lazy.map(async (route) => {
      if (typeof route.lazy !== 'function') return;
      Object.assign(route, await route.lazy(), { lazy: undefined });
    }),
  );
}

/** After an upgrade a tab may ask for code that is no longer there: the page comes anew, once in a minute at most. */
addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('aula-reloaded'));
  if (event.timeStamp + performance.timeOrigin - last < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem('aula-reloaded', String(event.timeStamp + performance.timeOrigin));
  location.reload();
});

const page = document.getElementById('root')!;
const sent = document.getElementById('aula-data');
if (sent) {
  const hydrationData = unpack(sent.textContent, page);
  await atHand();
  hydrateRoot(page, <RouterProvider router={createBrowserRouter(routes, { hydrationData })} />);
} else {
  createRoot(page).render(<RouterProvider router={createBrowserRouter(routes)} />);
}
