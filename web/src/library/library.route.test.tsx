import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub } from 'react-router';
import * as route from './library.route.tsx';

const item = {
  kind: 'manual',
  key: 'cartera',
  slug: 'formular-la-cartera',
  title: 'Formular la cartera',
  summary: 'De los problemas a la cartera.',
  edition: '2026',
  topics: [],
  minutes: 90,
  passages: [
    {
      chapter: 'indicadores',
      chapterTitle: 'Indicadores',
      anchor: 'antes',
      heading: 'Antes de medir',
      excerpt: [
        { text: 'La ', match: false },
        { text: 'línea base', match: true },
        { text: ' es el valor <b>inicial</b>.', match: false },
      ],
    },
  ],
};
const facets = { kinds: [{ key: 'manual', name: 'Manuales', count: 1 }], topics: [] };

/** Answers every search with this, and keeps what was asked for. */
function found(answer: object): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  globalThis.fetch = (request) => {
    asked.push(new URL((request as Request).url).searchParams);
    return Promise.resolve(Response.json({ items: [item], corrected: null, ...facets, ...answer }));
  };
  return asked;
}

function open(address: string) {
  const Stub = createRoutesStub([{ path: '/biblioteca', HydrateFallback: () => null, ...route }]);
  render(<Stub initialEntries={[address]} />);
}

test('marks what was found, as text, and leads to the place', async () => {
  found({});
  open('/biblioteca?q=l%C3%ADnea+base');

  const passage = await screen.findByRole('list', { name: 'Dónde aparece en Formular la cartera' });
  expect(within(passage).getByText('línea base').tagName).toBe('MARK');
  expect(passage).toHaveTextContent('es el valor <b>inicial</b>.');
  expect(within(passage).getByRole('link')).toHaveAttribute(
    'href',
    '/biblioteca/formular-la-cartera/indicadores#antes',
  );
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('1 publicación con «línea base»');
});

test('says what it searched instead of a misspelt word', async () => {
  found({ corrected: 'línea base' });
  open('/biblioteca?q=linia+base');
  expect(await screen.findByText('Buscamos «línea base» en vez de «linia base»')).toBeInTheDocument();
});

test('keeps the search when a facet is chosen, and lets the facet go', async () => {
  const asked = found({});
  open('/biblioteca?q=cartera');

  await userEvent.click(await screen.findByRole('link', { name: /^Manuales/ }));
  await userEvent.click(await screen.findByRole('link', { name: 'Quitar filtro Manuales' }));
  expect(await screen.findByRole('searchbox')).toHaveValue('cartera');
  expect(asked.map(String)).toEqual(['q=cartera', 'q=cartera&kind=manual', 'q=cartera']);
});

test('offers a way on when nothing was found', async () => {
  found({ items: [] });
  open('/biblioteca?q=xyz');
  expect(await screen.findByText('Ninguna publicación calza con tu búsqueda.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Ver toda la biblioteca' })).toHaveAttribute('href', '/biblioteca');
});
