import '@testing-library/jest-dom';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub } from 'react-router';
import type { Answer, Attempt } from './answer-keeper.ts';
import * as route from './attempt.route.tsx';
import { leaseHere } from './lease.ts';

const id = '0197a000-0000-7000-8000-00000000000a';
const option = (key: string) => ({ id: key, html: `Opción ${key}` });
const bodies: Attempt['questions'][number]['body'][] = [
  { kind: 'single', prompt: '¿Qué es una línea base?', options: [option('a'), option('b')] },
  { kind: 'ordering', prompt: 'Ordena', items: [option('uno'), option('dos'), option('tres')] },
  { kind: 'numeric', prompt: '¿Cuánto?', unit: 'rondas' },
  { kind: 'matching', prompt: 'Asocia', left: [option('x'), option('y')], right: [option('p'), option('q')] },
  { kind: 'true_false', prompt: '¿Es así?' },
];
const minute = 60_000;

const attemptOf = (change: Partial<Attempt> = {}): Attempt => ({
  id,
  enrolmentId: '0197a000-0000-7000-8000-00000000000b',
  unit: 'control-1',
  title: 'Control del módulo 1',
  moduleNumber: 1,
  weight: 20,
  n: 1,
  startedAt: new Date().toISOString(),
  deadlineAt: new Date(Date.now() + 25.5 * minute).toISOString(),
  submittedAt: null,
  now: new Date().toISOString(),
  lease: leaseHere(),
  sequential: false,
  perPage: 'all',
  reached: 1,
  questions: bodies.map((body, i) => ({
    position: i + 1,
    section: null,
    points: 2000,
    body,
    response: null,
    flagged: false,
    seq: 0,
    seconds: 0,
    files: [],
  })),
  ...change,
});

type Sent = { lease: string; seq: number; response: Answer['response']; flagged: boolean };
type Call = { method: string; path: string; body: Sent };
type Server = { attempt: Attempt; calls: Call[]; answer: () => Response | Promise<Response> };

const saved = () => Response.json({ seq: 1, savedAt: '2026-11-22T13:42:00.000Z' });
const problem = (code: string, status: number) => Response.json({ code, status, errors: [] }, { status });

/** An API that holds one attempt, and remembers what it is told. */
function serve(change: Partial<Attempt> = {}): Server {
  const server: Server = { attempt: attemptOf(change), calls: [], answer: saved };
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const { method } = request;
    const path = new URL(request.url).pathname.replace(`/api/attempts/${id}`, '');
    if (method === 'GET') return Response.json(server.attempt);
    const text = await request.text();
    server.calls.push({ method, path, body: text && JSON.parse(text) });
    if (path === '/lease') return Response.json({ ...server.attempt, lease: leaseHere() });
    if (path === '/submission') return new Response(null, { status: 204 });
    return server.answer();
  };
  return server;
}

async function open(change: Partial<Attempt> = {}) {
  const server = serve(change);
  const Stub = createRoutesStub([
    { path: '/intentos/:attempt', HydrateFallback: () => null, ...route },
    { path: '/intentos/:attempt/resultado', Component: () => <h1>Resultado</h1> },
    { path: '*', Component: () => <h1>Otra página</h1> },
  ]);
  render(<Stub initialEntries={[`/intentos/${id}`]} />);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Terminar' })).toBeEnabled());
  return { server, user: userEvent.setup() };
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});
beforeEach(() => localStorage.clear());

const question = (n: number) => screen.getByRole('group', { name: new RegExp(`Pregunta ${n} `) });
const inBar = (text: RegExp | string) => screen.findByText(text, { selector: '.saved-state, .saved-state *' });

test('an answer is saved by itself, and the bar says when', async () => {
  const { server, user } = await open();
  expect(screen.getByRole('timer')).toHaveTextContent('25 min');
  await user.click(within(question(1)).getByLabelText('Opción b'));
  expect(await inBar('Guardando…')).toBeVisible();
  expect(await inBar('Guardado 10:42')).toBeVisible();
  expect(server.calls).toEqual([
    {
      method: 'PUT',
      path: '/answers/1',
      body: { lease: leaseHere(), seq: 1, response: { kind: 'single', choice: 'b' }, flagged: false },
    },
  ]);
  expect(screen.getByRole('link', { name: 'Pregunta 1, respondida' })).toHaveClass('answered');
});

test('without a network the answer waits in this device, and the page says so and tries again', async () => {
  const { server, user } = await open();
  server.answer = () => Promise.reject(new TypeError('network'));
  await user.click(within(question(1)).getByLabelText('Opción a'));
  expect(await inBar('Sin guardar: se intenta de nuevo')).toBeInTheDocument();
  expect(screen.getByText('No logramos guardar')).toBeVisible();
  expect(localStorage.length).toBe(1);
  server.answer = saved;
  act(() => void dispatchEvent(new Event('online')));
  expect(await inBar('Guardado 10:42')).toBeVisible();
  expect(screen.getByText('Tus respuestas quedaron guardadas.')).toHaveAttribute('role', 'status');
  expect(localStorage.length).toBe(0);
  expect(server.calls.map(({ body }) => body.seq)).toEqual([1, 2]);
});

test('what was typed and not sent before a crash is there again, and is sent', async () => {
  const draft = { response: { kind: 'numeric', text: '2,5' }, flagged: true, seq: 4, tried: 3, base: 0 };
  localStorage.setItem(`aula.answers.${id}.${leaseHere()}`, JSON.stringify([[3, { ...draft, lease: leaseHere() }]]));
  const { server } = await open();
  expect(within(question(3)).getByLabelText('Tu respuesta')).toHaveValue('2,5');
  expect(await inBar('Guardado 10:42')).toBeVisible();
  expect(server.calls[0]?.body).toMatchObject({ seq: 4, response: { kind: 'numeric', text: '2,5' }, flagged: true });
});

test('an attempt that is open elsewhere can be taken here, and until then nothing is sent', async () => {
  const { server, user } = await open({ lease: '0197a000-0000-7000-8000-0000000000ff' });
  const dialog = await screen.findByRole('dialog', { name: 'Este intento está abierto en otra pestaña' });
  expect(server.calls).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Seguir aquí' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(server.calls).toEqual([{ method: 'PUT', path: '/lease', body: { lease: leaseHere() } }]);
  await user.click(within(question(1)).getByLabelText('Opción a'));
  expect(await inBar('Guardado 10:42')).toBeVisible();
});

test('a save that comes too late, as another tab took over, asks where to go on', async () => {
  const { server, user } = await open();
  server.answer = () => problem('stale_save', 409);
  await user.click(within(question(1)).getByLabelText('Opción a'));
  const dialog = await screen.findByRole('dialog', { name: /otra pestaña/ });
  server.answer = saved;
  await user.click(within(dialog).getByRole('button', { name: 'Seguir aquí' }));
  expect(await inBar('Guardado 10:42')).toBeVisible();
  expect(within(question(1)).getByLabelText('Opción a')).toBeChecked();
});

test('items are put in order by the keyboard alone, and each move is read out', async () => {
  const { server, user } = await open();
  const places = () =>
    within(question(2))
      .getAllByRole('listitem')
      .map((item) => item.textContent);
  const button = within(question(2)).getByRole('button', { name: 'Bajar «Opción uno»' });
  act(() => button.focus());
  await user.keyboard('{Enter}');
  expect(places()).toEqual(['1Opción dos', '2Opción uno', '3Opción tres']);
  expect(within(question(2)).getByRole('button', { name: 'Bajar «Opción uno»' })).toHaveFocus();
  expect(within(question(2)).getByText('«Opción uno» quedó en el lugar 2 de 3')).toHaveAttribute('role', 'status');
  await user.keyboard('{Enter}{Enter}');
  expect(places()).toEqual(['1Opción dos', '2Opción tres', '3Opción uno']);
  expect(await inBar('Guardado 10:42')).toBeVisible();
  expect(server.calls.at(-1)?.body.response).toEqual({ kind: 'ordering', order: ['dos', 'tres', 'uno'] });
});

test('half answered and flagged questions are told apart', async () => {
  const { user } = await open();
  await user.selectOptions(within(question(4)).getByLabelText('Opción x'), 'q');
  await user.click(within(question(4)).getByRole('button', { name: /Revisar/ }));
  expect(within(question(4)).getByText('Falta asociar 1 de 2')).toBeVisible();
  const link = screen.getByRole('link', { name: 'Pregunta 4, incompleta, marcada para revisar' });
  expect(link).toHaveClass('partly', 'flagged');
  await user.type(within(question(3)).getByLabelText('Tu respuesta'), 'dos');
  expect(within(question(3)).getByText('Escribe un número, por ejemplo 2,5.')).toBeVisible();
});

test('before sending it names the questions left open; then what waits is saved first', async () => {
  const { server, user } = await open();
  await user.click(within(question(1)).getByLabelText('Opción b'));
  await user.click(screen.getByRole('button', { name: 'Terminar' }));
  const dialog = screen.getByRole('dialog', { name: '¿Terminar la evaluación?' });
  expect(dialog).toHaveTextContent('Respondidas1 de 5');
  expect(dialog).toHaveTextContent('Sin responder2, 3, 4 y 5');
  expect(dialog).toHaveTextContent('Tiempo restante25 min');
  expect(within(dialog).getByRole('button', { name: 'Volver a las preguntas' })).toHaveFocus();
  await user.click(within(dialog).getByRole('button', { name: 'Terminar y enviar' }));
  expect(await screen.findByRole('heading', { name: 'Resultado' })).toBeVisible();
  expect(server.calls.map(({ path }) => path)).toEqual(['/answers/1', '/submission']);
});

test('what cannot be saved is not sent either, and the dialog says so', async () => {
  const { server, user } = await open();
  server.answer = () => problem('unavailable', 503);
  await user.click(within(question(1)).getByLabelText('Opción b'));
  await user.click(screen.getByRole('button', { name: 'Terminar' }));
  await user.click(screen.getByRole('button', { name: 'Terminar y enviar' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Sigue respondiendo');
  expect(server.calls.every(({ path }) => path !== '/submission')).toBe(true);
});

test('at the deadline it is sent by itself, whatever the clock of this device says', async () => {
  const slow = Date.now() - 90 * minute;
  const { server } = await open({
    now: new Date(slow).toISOString(),
    deadlineAt: new Date(slow + 300).toISOString(),
  });
  expect(await screen.findByRole('heading', { name: 'Resultado' }, { timeout: 4_000 })).toBeVisible();
  expect(server.calls.map(({ path }) => path)).toEqual(['/submission']);
});
