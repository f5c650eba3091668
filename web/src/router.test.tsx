import type { RouteObject } from 'react-router';
import { routes } from './router.tsx';

const allOf = (some: readonly RouteObject[]): RouteObject[] =>
  some.flatMap((route) => [route, ...allOf(route.children ?? [])]);
const lazy = allOf(routes).filter((route) => typeof route.lazy === 'function');

test.each(lazy.map(({ id, lazy: load }) => [id, (load as () => unknown).toString()]))(
  '%s is the id of the file that is loaded',
  (id, load) => {
    expect(load).toContain(`'./${id}'`);
  },
);

test.each(lazy.map(({ id, lazy: load }) => [id, load]))('%s exports what a route may have', async (_, load) => {
  const page = await (load as () => Promise<object>)();
  const parts = ['Component', 'action', 'handle', 'loader', 'shouldRevalidate'];
  expect(Object.keys(page).filter((name) => !parts.includes(name))).toEqual([]);
  expect(page).toHaveProperty('Component');
  expect(page).toHaveProperty('handle.title');
});
