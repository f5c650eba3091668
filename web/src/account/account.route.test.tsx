import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub } from 'react-router';
import * as route from './account.route.tsx';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0';
const session = { createdAt: '2026-11-21T15:00:00Z', lastSeenAt: '2026-11-22T15:00:00Z' };
const me = {
  ...{ id: 'p', givenNames: 'Rocío', familyNames: 'Paredes', run: '12.345.678-5', email: null, institution: null },
  ...{ regionCut: '11', regionName: 'Aysén', timeZone: 'America/Coyhaique', roles: [], unread: 0 },
};

type Done = { method: string; path: string };

/** Opens the account; every write is answered with this problem, or is done. */
function open(problem?: { code: string; status: number; errors: object[] }): Done[] {
  const done: Done[] = [];
  globalThis.fetch = (input) => {
    const request = input as Request;
    const { pathname } = new URL(request.url);
    if (request.method === 'GET') {
      const items = [
        { ...session, id: 's1', device: chrome, current: true },
        { ...session, id: 's2', device: firefox, current: false },
      ];
      return Promise.resolve(Response.json({ items }));
    }
    done.push({ method: request.method, path: pathname });
    return Promise.resolve(
      problem ? Response.json(problem, { status: problem.status }) : new Response(null, { status: 204 }),
    );
  };
  const Stub = createRoutesStub([
    {
      id: 'root',
      path: '/',
      HydrateFallback: () => null,
      loader: () => ({ me, demo: false, theme: 'system' }),
      children: [
        { index: true, Component: () => <h1>Portada</h1> },
        { path: 'cuenta', HydrateFallback: () => null, ...route },
      ],
    },
  ]);
  render(<Stub initialEntries={['/cuenta']} />);
  return done;
}

test('shows what is known of whoever is here', async () => {
  open();
  expect(await screen.findByText('Rocío Paredes')).toBeInTheDocument();
  expect(screen.getAllByText('Sin registrar')).toHaveLength(2);
});

test('closes another session, named by its device, but not this one', async () => {
  const done = open();
  const here = (await screen.findByText('Chrome en Windows')).closest('li');
  expect(within(here!).queryByRole('button')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /Cerrar sesión en Firefox en Android/ }));
  expect(await screen.findByText('La sesión quedó cerrada')).toBeInTheDocument();
  expect(done).toEqual([{ method: 'DELETE', path: '/api/sessions/s2' }]);
});

test('tells which password is wrong, beside its field and aloud', async () => {
  open({ code: 'wrong_password', status: 422, errors: [{ path: 'current', code: 'wrong_password' }] });
  await userEvent.type(await screen.findByLabelText('Contraseña actual'), 'otra');
  await userEvent.type(screen.getByLabelText('Contraseña nueva'), 'una frase nueva y larga');
  await userEvent.click(screen.getByRole('button', { name: 'Guardar contraseña' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('La contraseña actual no es esa.');
  expect(screen.getByLabelText('Contraseña actual')).toBeInvalid();
  expect(screen.getByLabelText('Contraseña nueva')).toBeValid();
});

test('empties the form once the password is kept', async () => {
  open();
  await userEvent.type(await screen.findByLabelText('Contraseña actual'), 'la de antes');
  await userEvent.click(screen.getByRole('button', { name: 'Guardar contraseña' }));
  expect(await screen.findByText('Tu contraseña quedó guardada')).toBeInTheDocument();
  expect(screen.getByLabelText('Contraseña actual')).toHaveValue('');
});

test('signs out', async () => {
  const done = open();
  await userEvent.click(await screen.findByRole('button', { name: 'Cerrar tu sesión' }));
  expect(await screen.findByRole('heading', { name: 'Portada' })).toBeInTheDocument();
  expect(done).toEqual([{ method: 'DELETE', path: '/api/session' }]);
});
