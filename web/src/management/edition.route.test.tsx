import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub } from 'react-router';
import * as route from './edition.route.tsx';

const id = '0198b1f0-0000-7000-8000-000000000002';
const edition = {
  id,
  title: 'Leer datos públicos',
  name: '2026',
  startsAt: '2026-04-05T12:00:00Z',
  endsAt: '2026-11-19T12:00:00Z',
  timeZone: 'America/Santiago',
  units: [{ key: 'c1', title: 'Control 1', weight: 100 }],
  regions: [
    { cut: '15', name: 'Arica y Parinacota', enrolled: 4, active: 3, completed: 1 },
    { cut: '12', name: 'Magallanes', enrolled: 0, active: 0, completed: 0 },
  ],
};
const person = {
  enrolmentId: 'e1',
  familyNames: 'Huanca Tapia',
  givenNames: 'Elena',
  run: '12.345.678-5',
  institution: null,
  region: 'Arica y Parinacota',
  enrolledAt: '2026-04-01T12:00:00Z',
  lastAt: null,
  lessonsDone: 3,
  lessonsAll: 9,
  grades: [{ unit: 'c1', grade: 39 }],
  grade: null,
  completedAt: null,
};

/** Opens the page of the edition, and keeps which people were asked for. */
function open(search: string, people: object = { items: [person], next: 'next-page' }): string[] {
  const asked: string[] = [];
  globalThis.fetch = (request) => {
    const { pathname, search: query } = new URL((request as Request).url);
    if (!pathname.endsWith('/people')) return Promise.resolve(Response.json(edition));
    asked.push(query);
    return Promise.resolve(Response.json(people));
  };
  const Stub = createRoutesStub([{ path: '/gestion/ediciones/:edition', HydrateFallback: () => null, ...route }]);
  render(<Stub initialEntries={[`/gestion/ediciones/${id}${search}`]} />);
  return asked;
}

test('shows people with their progress and grades, and tells a low one by more than colour', async () => {
  open('');
  const row = within(await screen.findByRole('row', { name: /Huanca Tapia, Elena/ }));
  expect(row.getByRole('progressbar', { name: '3 de 9 lecciones' })).toHaveValue(3);
  expect(row.getByText('3,9')).toHaveClass('low');
  expect(row.getByText('Sin actividad')).toBeInTheDocument();
});

test('sums up the regions, also those where nobody enrolled', async () => {
  open('');
  const row = await screen.findByRole('row', { name: /Arica y Parinacota.*25\s%/ });
  expect(within(row).getByRole('link')).toHaveAttribute('href', `/gestion/ediciones/${id}?region=15#people`);
  expect(screen.getByRole('row', { name: /Magallanes.*—/ })).toBeInTheDocument();
});

test('filters by region, in the list and in the file', async () => {
  const asked = open('');
  await userEvent.selectOptions(await screen.findByLabelText('Región'), 'Arica y Parinacota');
  await userEvent.click(screen.getByRole('button', { name: 'Filtrar' }));
  expect(await screen.findByRole('heading', { name: 'Participantes de Arica y Parinacota' })).toBeInTheDocument();
  expect(asked).toEqual(['', '?region=15']);
  expect(screen.getByRole('link', { name: 'Descargar planilla · CSV' })).toHaveAttribute(
    'href',
    `/api/editions/${id}/people.csv?region=15`,
  );
});

test('goes on from page to page, and back to the start', async () => {
  const asked = open('?region=15');
  await userEvent.click(await screen.findByRole('link', { name: 'Ver más' }));
  await userEvent.click(await screen.findByRole('link', { name: 'Volver al comienzo de la lista' }));
  expect(asked).toEqual(['?region=15', '?region=15&after=next-page', '?region=15']);
});

test('says that nobody of that region is enrolled', async () => {
  open('?region=12', { items: [], next: null });
  expect(await screen.findByText('No hay personas inscritas de esa región.')).toBeInTheDocument();
});
