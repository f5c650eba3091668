import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import { createRoutesStub } from 'react-router';
import * as route from './reading.route.tsx';

const chapters = [
  { key: 'ficha', title: 'La ficha', minutes: 8 },
  { key: 'marco', title: 'El marco', minutes: 9 },
];
const chapter = {
  ...chapters[0],
  sha: 'a'.repeat(64),
  toc: [{ id: 'datos', title: 'Los datos' }],
  terms: [{ id: 'cartera', term: 'Cartera', definition: 'Conjunto de iniciativas.' }],
};
const manual = {
  kind: 'manual',
  slug: 'formular',
  title: 'Formular la cartera',
  summary: 'De los problemas a la cartera.',
  edition: '2026',
  reviewedOn: '2026-11-22',
  notices: ['Contenido por validar por la Unidad de Territorios de Convergencia.'],
  introduction: '<p>Este manual es para quien arma la cartera.</p>',
  topics: [],
  chapters,
  chapter,
};

function open(address: string, answer: object = manual) {
  globalThis.fetch = (request) => {
    const { pathname } = new URL((request as Request).url);
    const text = pathname.startsWith('/api/blobs/');
    return Promise.resolve(text ? new Response('<p id="p-1">El texto.</p>') : Response.json(answer));
  };
  const Stub = createRoutesStub([{ path: '/biblioteca/:slug/:chapter?', HydrateFallback: () => null, ...route }]);
  render(<Stub initialEntries={[address]} />);
}

test('a manual opens with its presentation, and leads to its first chapter', async () => {
  open('/biblioteca/formular');
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Formular la cartera');
  expect(screen.getByText('Este manual es para quien arma la cartera.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Siguiente 1. La ficha' })).toHaveAttribute(
    'href',
    '/biblioteca/formular/ficha',
  );
  expect(screen.queryByText('Conjunto de iniciativas.')).not.toBeInTheDocument();
});

test('a chapter has its text, its terms, its place among the others and how to cite it', async () => {
  open('/biblioteca/formular/ficha');
  expect(await screen.findByText('El texto.')).toBeInTheDocument();
  expect(screen.getByText('Conjunto de iniciativas.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Anterior Presentación' })).toHaveAttribute('href', '/biblioteca/formular');
  expect(screen.getByRole('link', { name: 'Siguiente 2. El marco' })).toBeInTheDocument();
  const here = within(screen.getByRole('navigation', { name: 'Capítulos' })).getByRole('link', { current: 'page' });
  expect(here).toHaveTextContent('La ficha');
  expect(screen.getByText(/^Unidad de Territorios.*«La ficha», en/)).toHaveTextContent(
    'Unidad de Territorios de Convergencia, SUBDERE (2026). «La ficha», en Formular la cartera, ed. 2026, cap. 1.',
  );
});

test('says that the Unit has not validated the text, and when it was reviewed', async () => {
  open('/biblioteca/formular/ficha');
  expect(await screen.findByText(/Contenido por validar por la Unidad/)).toBeInTheDocument();
  expect(screen.getByText(/Última revisión: 22 de noviembre de 2026/)).toBeInTheDocument();
});

test('a booklet is its one text, with its sections beside it', async () => {
  open('/biblioteca/cartilla', {
    ...manual,
    kind: 'booklet',
    slug: 'cartilla',
    introduction: '',
    chapters: [chapters[0]],
  });
  expect(await screen.findByText('El texto.')).toBeInTheDocument();
  const nav = screen.getByRole('navigation', { name: 'En esta página' });
  expect(within(nav).getByRole('link')).toHaveAttribute('href', '#datos');
  expect(screen.queryByRole('navigation', { name: 'Capítulo anterior y siguiente' })).not.toBeInTheDocument();
});
