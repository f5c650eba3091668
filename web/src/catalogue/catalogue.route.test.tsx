import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub } from 'react-router';
import * as route from './catalogue.route.tsx';

const course = {
  kind: 'course',
  slug: 'leer-datos',
  title: 'Leer datos públicos',
  summary: 'Buscar, leer y citar.',
  minutes: 960,
  status: 'available',
  topics: [{ key: 'marco', name: 'Marco de la política' }],
  parts: 3,
  openEditions: 1,
  seatsLeft: 1,
  enrolUntil: '2026-12-04T21:00:00Z',
};

/** Answers every request with these items, and keeps what was asked for. */
function offerOf(items: unknown[]): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  globalThis.fetch = (request) => {
    asked.push(new URL((request as Request).url).searchParams);
    return Promise.resolve(Response.json({ items, topics: course.topics }));
  };
  return asked;
}

function open(address: string) {
  const Stub = createRoutesStub([{ path: '/oferta', HydrateFallback: () => null, ...route }]);
  render(<Stub initialEntries={[address]} />);
}

test('asks for what the address says, and leaves out what it does not know', async () => {
  const asked = offerOf([course]);
  open('/oferta?kind=course&hours=endless&open=1&topic=');

  expect(await screen.findByRole('link', { name: course.title })).toHaveAttribute('href', '/cursos/leer-datos');
  expect(Object.fromEntries(asked[0]!)).toEqual({ kind: 'course', open: '1' });
  expect(screen.getByLabelText('Tipo')).toHaveValue('course');
  expect(screen.getByLabelText('Solo con inscripción abierta')).toBeChecked();
});

test('filters by its form, and takes a filter off by its name', async () => {
  const asked = offerOf([course]);
  open('/oferta');

  await userEvent.selectOptions(await screen.findByLabelText('Temas'), 'Marco de la política');
  await userEvent.click(screen.getByRole('button', { name: 'Filtrar' }));
  await userEvent.click(await screen.findByRole('link', { name: 'Quitar filtro Marco de la política' }));
  await screen.findByText('1 programa');
  expect(asked.map((each) => each.get('topic'))).toEqual([null, 'marco', null]);
});

test('says when it is the last seat, and when nothing fits', async () => {
  offerOf([course]);
  open('/oferta');
  expect(await screen.findByText('Último cupo, cierra el 4 de diciembre')).toBeInTheDocument();
});

test('offers a way out of filters that nothing fits', async () => {
  offerOf([]);
  open('/oferta?kind=programme');
  expect(await screen.findByText('Ningún diplomado ni curso calza con estos filtros.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Ver toda la oferta' })).toHaveAttribute('href', '/oferta');
});
