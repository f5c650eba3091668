import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import { createRoutesStub } from 'react-router';
import * as result from './verification.route.tsx';
import * as form from './verify.route.tsx';

const certificate = {
  code: '7K3M92QDA1B2',
  folio: '2026-000123',
  kind: 'course',
  personName: 'Elena Huanca Tapia',
  run: '12.***.**8-5',
  institution: null,
  regionStrip: 'AP',
  title: 'Leer datos públicos',
  minutes: 960,
  startedOn: '2026-04-07',
  completedOn: '2026-11-21',
  issuedAt: '2026-11-21T15:00:00Z',
  annulledAt: null as string | null,
};

function open(address: string, answer: object = {}) {
  globalThis.fetch = () => Promise.resolve(Response.json({ state: 'valid', certificate, ...answer }));
  const Stub = createRoutesStub([
    { path: '/verificar', HydrateFallback: () => null, ...form },
    { path: '/verificar/:code', HydrateFallback: () => null, ...result },
  ]);
  render(<Stub initialEntries={[address]} />);
}

test('shows one that holds, without its grade', async () => {
  open('/verificar/7K3M92QDA1B2');
  expect(await screen.findByRole('heading', { name: 'Certificado vigente' })).toBeInTheDocument();
  const sheet = screen.getByRole('article');
  expect(sheet).toHaveTextContent('RUN 12.***.**8-5');
  expect(sheet).toHaveTextContent('Código 7K3M-92QD-A1B2');
  expect(sheet).not.toHaveTextContent(/nota/i);
});

test('warns of one that was annulled', async () => {
  open('/verificar/x', { state: 'annulled', certificate: { ...certificate, annulledAt: '2026-11-22T15:00:00Z' } });
  expect(await screen.findByRole('alert')).toHaveTextContent('Dejó de ser válido el 22 de noviembre de 2026.');
});

test('says that there is none, and lets the code be mended', async () => {
  open('/verificar/NADA', { state: 'unknown', certificate: null });
  expect(await screen.findByRole('alert')).toHaveTextContent('No existe un certificado con ese código');
  expect(screen.getByLabelText('Código de verificación')).toHaveValue('NADA');
});

test('leads from the form to the page of the code', async () => {
  open('/verificar?codigo=+7k3m-92qd-a1b2+');
  expect(await screen.findByRole('heading', { name: 'Certificado vigente' })).toBeInTheDocument();
});

test('asks for a code that was left out', async () => {
  open('/verificar?codigo=');
  expect(await screen.findByText('Escribe el código que aparece en el certificado.')).toBeInTheDocument();
  expect(screen.getByLabelText('Código de verificación')).toBeInvalid();
});
