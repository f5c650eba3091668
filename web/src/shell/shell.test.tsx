import '@testing-library/jest-dom';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, data, Link, RouterProvider } from 'react-router';
import { Failure } from './failure.tsx';
import { type Handle, headOf } from './head.ts';
import { loader } from './root.ts';
import { Shell } from './shell.tsx';

const person = {
  givenNames: 'Rocío',
  familyNames: 'Barría Oyarzo',
  institution: 'Gobierno Regional de Aysén',
  roles: [],
  unread: 0,
};
const refuse = (status: number) => ({
  loader: () => {
    throw data({ code: 'x' }, status);
  },
  Component: () => null,
});

/** The frame with a few pages in it, for `who` is signed in. */
function open(address: string, who: unknown = null) {
  globalThis.scrollTo = () => undefined;
  performance.getEntriesByType = () => [];
  globalThis.fetch = () => Promise.resolve(Response.json({ person: who, ways: {}, demo: false }));
  const routes = [
    {
      id: 'root',
      loader,
      Component: Shell,
      ErrorBoundary: Failure,
      HydrateFallback: () => null,
      children: [
        {
          path: '/',
          handle: { title: 'Una' },
          Component: () => (
            <main id="main">
              <h1>Una</h1>
              <Link to="/otra">Ir</Link>
            </main>
          ),
        },
        {
          path: '/otra',
          handle: { title: 'Otra' },
          Component: () => (
            <main id="main">
              <h1>Otra</h1>
            </main>
          ),
        },
        {
          path: '/ingresar',
          Component: () => (
            <main id="main">
              <h1>Ingresa</h1>
            </main>
          ),
        },
        ...[401, 403, 404, 500, 503].map((status) => ({ path: `/${status}`, ...refuse(status) })),
      ],
    },
  ];
  render(<RouterProvider router={createMemoryRouter(routes, { initialEntries: [address] })} />);
}

test('on reaching a page moves the focus to its heading and tells its title', async () => {
  open('/');
  await screen.findByRole('heading', { name: 'Una' });
  expect(document.title).toBe('Una · Aula Convergencia');
  await userEvent.click(screen.getByRole('link', { name: 'Ir' }));
  expect(await screen.findByRole('heading', { name: 'Otra' })).toHaveFocus();
  expect(document.title).toBe('Otra · Aula Convergencia');
  expect(screen.getByText('Otra · Aula Convergencia')).toHaveAttribute('role', 'status');
});

test.each([
  ['nobody', null, ['Biblioteca', 'Oferta', 'Glosario', 'Verificar', 'Ingresar']],
  ['a learner', person, ['Inicio', 'Formación', 'Biblioteca']],
  ['a tutor', { ...person, roles: ['tutor'] }, ['Inicio', 'Calificar', 'Notas', 'Gestión', 'Formación']],
  ['an author', { ...person, roles: ['author'] }, ['Inicio', 'Banco', 'Formación', 'Biblioteca']],
  ['a coordinator', { ...person, roles: ['coordinator'] }, ['Inicio', 'Notas', 'Gestión', 'Formación', 'Biblioteca']],
  ['an admin', { ...person, roles: ['admin'] }, ['Inicio', 'Calificar', 'Notas', 'Banco', 'Gestión']],
])('shows %s where to go', async (_, who, names) => {
  open('/', who);
  const links = within(await screen.findByRole('navigation')).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual(names);
});

test('says when the network is gone', async () => {
  open('/', person);
  expect(await screen.findByText('Al día')).toBeInTheDocument();
  const online = replaced(navigator, 'onLine', false);
  act(() => void dispatchEvent(new Event('offline')));
  expect(screen.getByText('Sin conexión')).toBeInTheDocument();
  online();
});

/** Sets a property for a while; answers how to put it back. */
function replaced(on: object, key: string, value: unknown): () => void {
  Object.defineProperty(on, key, { value, configurable: true });
  return () => Reflect.deleteProperty(on, key);
}

test.each([
  [401, 'Ingresa'],
  [403, 'Tu cuenta no ve esta sección'],
  [404, 'No encontramos esta página'],
  [500, 'Falló algo de nuestro lado'],
  [503, 'El servicio está ocupado'],
])('%i leads to «%s»', async (status, heading) => {
  open(`/${status}`, person);
  expect(await screen.findByRole('heading', { name: heading })).toBeInTheDocument();
});

test('a page tells its title from its data, and none from data that it could not read', () => {
  const handle: Handle<() => { name: string }> = { title: ({ name }) => name, exit: ({ name }) => `/${name}` };
  expect(headOf([{ handle, data: { name: 'A' } }])).toMatchObject({ title: 'A · Aula Convergencia', exit: '/A' });
  expect(headOf([{ handle, data: undefined }])).toMatchObject({ title: 'Aula Convergencia', exit: undefined });
});
