import '@testing-library/jest-dom';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub, Outlet } from 'react-router';
import type { Lesson } from './lesson-data.ts';
import * as route from './lesson.route.tsx';

const enrolment = '0197a000-0000-7000-8000-00000000000b';
const sha = 'a'.repeat(64);
const selfCheck = `
  <fieldset class="self-check" id="comprueba-1" data-self-check="single">
    <legend><span class="meta">Comprueba lo que leíste</span> <strong>¿Cuál es una brecha?</strong></legend>
    <ul class="options"><li class="option" data-option="a">Una posta</li><li class="option" data-option="b">42 familias</li></ul>
    <details class="answer"><summary>Ver la respuesta</summary><ul>
      <li data-answer="a" data-correct="false"><p><strong>Incorrecta.</strong> Una posta</p><p>Es una solución.</p></li>
      <li data-answer="b" data-correct="true"><p><strong>Correcta.</strong> 42 familias</p><p>Dice cuánto falta.</p></li>
    </ul></details>
  </fieldset>`;
const text = `<p>Un plan parte de una pregunta.</p>${selfCheck}<p><a data-unit="curso/otra" href="/cursos/curso">Otra</a></p>`;

const unitOf = (key: string) => ({
  key,
  kind: 'lesson' as const,
  title: `Lección ${key}`,
  minutes: 6,
  weight: null,
  state: 'new' as const,
  grade: null,
});
const lesson: Lesson = {
  enrolmentId: enrolment,
  course: { slug: 'curso', title: 'Un curso' },
  module: { key: 'm', title: 'Un módulo', number: 1 },
  unit: {
    ...{ key: 'una', title: 'De la necesidad a la brecha', aim: 'Al terminar podrás.', minutes: 6, sha, toc: [] },
    ...{ reviewedOn: '2026-11-22', terms: [] },
  },
  number: 1,
  outline: [unitOf('una'), unitOf('otra')],
  previous: null,
  next: { key: 'otra', kind: 'lesson', title: 'Priorizar con otros' },
  read: false,
  position: { anchor: null, permille: 0 },
  notes: [
    { id: '0197a000-0000-7000-8000-00000000000c', body: 'Pedir el calendario', changedAt: '2026-11-22T12:00:00Z' },
  ],
  closed: false,
  notices: ['Contenido por validar por la Unidad.'],
};

type Call = { method: string; path: string; body: unknown };

/** An API with one lesson, which takes what it is told or, `away`, nothing. */
function serve(change: Partial<Lesson>) {
  const server = { lesson: { ...lesson, ...change }, calls: [] as Call[], away: false };
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const path = new URL(request.url).pathname.replace('/api', '');
    if (path === `/blobs/${sha}.html`) return new Response(text);
    if (request.method === 'GET') return Response.json(server.lesson);
    if (server.away) throw new TypeError('network');
    const body = (await request.text()) || 'null';
    server.calls.push({ method: request.method, path, body: JSON.parse(body) });
    if (request.method === 'DELETE') return new Response(null, { status: 204 });
    if (path !== '/activity') return Response.json({ id: 'n', body: 'b', changedAt: '' });
    const { events } = JSON.parse(body) as { events: { id: string }[] };
    return Response.json({ held: events.map(({ id }) => id), refused: [] });
  };
  return server;
}

let people = 0;

async function open(change: Partial<Lesson> = {}) {
  const server = serve(change);
  const me = { id: `person-${(people += 1)}`, timeZone: 'America/Santiago' };
  const Stub = createRoutesStub([
    {
      id: 'root',
      loader: () => ({ me }),
      HydrateFallback: () => null,
      Component: () => <Outlet />,
      children: [
        { path: '/estudio/:enrolment/lecciones/:unit', ...route },
        { path: '*', Component: () => <h1>Otra página</h1> },
      ],
    },
  ]);
  render(<Stub initialEntries={[`/estudio/${enrolment}/lecciones/una`]} />);
  await screen.findByRole('heading', { name: 'De la necesidad a la brecha' });
  return { server, user: userEvent.setup() };
}

const kinds = (calls: readonly Call[]) =>
  calls
    .filter(({ path }) => path === '/activity')
    .flatMap(({ body }) => (body as { events: { kind: string }[] }).events.map(({ kind }) => kind));

beforeAll(() => {
  globalThis.matchMedia = () => ({ matches: false }) as MediaQueryList;
  globalThis.CSS = { escape: (text: string) => text } as typeof CSS;
});
beforeEach(() => localStorage.clear());

test('marks the lesson as read at once, tells the API, and can take it back', async () => {
  const { server, user } = await open();
  const box = screen.getByLabelText('Marcar como leída');
  expect(box).not.toBeChecked();
  await user.click(box);
  expect(box).toBeChecked();
  const outline = screen.getByRole('navigation', { name: 'Lecciones del módulo' });
  expect(within(outline).getByRole('link', { name: /Lección una , hecha/ })).toBeInTheDocument();
  await waitFor(() => expect(kinds(server.calls)).toContain('read'));
  await user.click(box);
  await waitFor(() => expect(kinds(server.calls)).toContain('unread'));
  expect(await screen.findByText('Tu avance está al día')).toBeVisible();
});

test('without a network what was read waits in this device, and says so', async () => {
  const { server, user } = await open();
  await waitFor(() => expect(localStorage.length).toBeGreaterThan(0));
  server.away = true;
  await user.click(screen.getByLabelText('Marcar como leída'));
  expect(await screen.findByText('2 por enviar')).toBeVisible();
  server.away = false;
  act(() => void dispatchEvent(new Event('online')));
  expect(await screen.findByText('Tu avance está al día')).toBeVisible();
  expect(kinds(server.calls)).toEqual(['opened', 'read']);
  expect(localStorage.length).toBe(0);
});

test('once the edition is over nothing is recorded', async () => {
  const { server } = await open({ closed: true, read: true });
  expect(screen.getByLabelText('Marcar como leída')).toBeDisabled();
  expect(screen.getByText('La edición terminó: ya no se registran lecturas.')).toBeVisible();
  expect(server.calls).toEqual([]);
  expect(localStorage.length).toBe(0);
});

test('a self-check tells what its author says of the answer marked', async () => {
  const { user } = await open();
  const check = screen.getByRole('group', { name: /¿Cuál es una brecha\?/ });
  const told = within(check).getByRole('status');
  await user.click(within(check).getByRole('button', { name: 'Comprobar' }));
  expect(told).toHaveTextContent('Elige una alternativa.');
  await user.click(within(check).getByLabelText('Una posta'));
  await user.click(within(check).getByRole('button', { name: 'Comprobar' }));
  expect(told).toHaveTextContent('Todavía noEs una solución.');
  await user.click(within(check).getByLabelText('42 familias'));
  await user.click(within(check).getByRole('button', { name: 'Comprobar' }));
  expect(told).toHaveTextContent('CorrectoDice cuánto falta.');
});

test('links to other lessons of the course stay in its room', async () => {
  await open();
  expect(screen.getByRole('link', { name: 'Otra' })).toHaveAttribute(
    'href',
    expect.stringContaining(`/estudio/${enrolment}/lecciones/otra`),
  );
});

test('a note shows at once, stays when it cannot be saved, and is saved when tried again', async () => {
  const { server, user } = await open();
  server.away = true;
  await user.click(screen.getByRole('button', { name: 'Agregar apunte' }));
  await user.type(screen.getByLabelText('Tu apunte'), 'Llamar a la posta');
  await user.click(screen.getByRole('button', { name: 'Guardar apunte' }));
  expect(screen.getByText('Llamar a la posta')).toBeVisible();
  expect(await screen.findByRole('alert')).toHaveTextContent('No pudimos guardar el apunte');
  server.away = false;
  await user.click(screen.getByRole('button', { name: 'Intentar de nuevo' }));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  const puts = server.calls.filter(({ method }) => method === 'PUT');
  expect(puts).toMatchObject([{ body: { body: 'Llamar a la posta' } }]);
  expect(puts[0]?.path).toMatch(new RegExp(`^/enrolments/${enrolment}/lessons/una/notes/[\\da-f-]{36}$`));
});

test('a note is changed and erased', async () => {
  const { server, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Editar apunte: Pedir el calendario' }));
  await user.type(screen.getByLabelText('Tu apunte'), ' de rondas');
  await user.click(screen.getByRole('button', { name: 'Guardar apunte' }));
  expect(screen.getByText('Pedir el calendario de rondas')).toBeVisible();
  server.lesson = { ...lesson, notes: [] };
  await user.click(screen.getByRole('button', { name: /^Borrar apunte/ }));
  await waitFor(() => expect(screen.queryByText(/Pedir el calendario/)).not.toBeInTheDocument());
  expect(server.calls.filter(({ path }) => path.includes('notes')).map(({ method }) => method)).toEqual([
    'PUT',
    'DELETE',
  ]);
});
