import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub } from 'react-router';
import { loader } from '../shell/root.ts';
import * as route from './sign-in.route.tsx';

const session = { person: null, ways: { password: true, claveUnica: false }, demo: false };

/** The page inside the root route, the API answering sign-ins with `answer`. */
function open(answer: () => Response, address = '/ingresar') {
  const sent: unknown[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    if (request.method === 'GET') return Response.json(session);
    sent.push(await request.json());
    return answer();
  };
  const Stub = createRoutesStub([
    {
      id: 'root',
      loader,
      HydrateFallback: () => null,
      children: [
        { path: '/ingresar', ...route },
        { path: '/cuenta', Component: () => <h1>Cuenta</h1> },
        { path: '/', Component: () => <h1>Inicio</h1> },
      ],
    },
  ]);
  render(<Stub initialEntries={[address]} />);
  return sent;
}

async function signIn() {
  await userEvent.type(await screen.findByLabelText('RUN'), '12.345.678-5');
  await userEvent.type(screen.getByLabelText('Contraseña'), 'secreta');
  await userEvent.click(screen.getByRole('button', { name: 'Ingresar con contraseña' }));
}

const refusal =
  (status: number, code: string, errors: unknown[] = []) =>
  () =>
    Response.json({ code, status, errors }, { status });

test('says why, beside the field and aloud, and keeps the RUN', async () => {
  open(refusal(401, 'wrong_credentials'));
  await signIn();
  expect(await screen.findByRole('alert')).toHaveTextContent('El RUN y la contraseña no coinciden');
  expect(screen.getByLabelText('Contraseña')).toHaveAccessibleDescription(/mayúsculas/);
  expect(screen.getByLabelText('Contraseña')).toBeInvalid();
  expect(screen.getByLabelText('RUN')).toHaveValue('12.345.678-5');
});

test('points at the field that the API found wrong', async () => {
  open(refusal(422, 'wrong_run'));
  await signIn();
  await screen.findByRole('alert');
  expect(screen.getByLabelText('RUN')).toHaveAccessibleDescription(/dígito/);
  expect(screen.getByLabelText('Contraseña')).toBeValid();
});

test('says that there is no network, and keeps the form', async () => {
  open(() => {
    throw new TypeError('Failed to fetch');
  });
  await signIn();
  expect(await screen.findByRole('alert')).toHaveTextContent('No hay conexión');
});

test.each([
  ['/ingresar', 'Inicio'],
  ['/ingresar?volver=%2Fcuenta', 'Cuenta'],
  ['/ingresar?volver=https%3A%2F%2Fajeno.cl%2Fcuenta', 'Inicio'],
  ['/ingresar?volver=%2F%2Fajeno.cl%2Fcuenta', 'Inicio'],
])('from %s goes on to «%s»', async (address, heading) => {
  const sent = open(() => Response.json(session, { status: 201 }), address);
  await signIn();
  expect(await screen.findByRole('heading', { name: heading })).toBeInTheDocument();
  expect(sent).toEqual([{ run: '12.345.678-5', password: 'secreta' }]);
});
