import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub } from 'react-router';
import * as route from './course.route.tsx';

const edition = {
  id: '0198b1f0-0000-7000-8000-000000000001',
  name: '2027',
  enrolFrom: '2026-11-01T03:00:00Z',
  enrolUntil: '2026-12-18T21:00:00Z',
  startsAt: '2027-01-04T12:00:00Z',
  endsAt: '2027-03-26T21:00:00Z',
  timeZone: 'America/Santiago',
  seats: 30,
  seatsLeft: 4,
  state: 'open',
  enrolmentId: null as string | null,
};
const course = {
  slug: 'leer-datos',
  title: 'Leer datos públicos',
  summary: 'Buscar, leer y citar.',
  status: 'available',
  minutes: 960,
  topics: [],
  outcomes: [],
  requirements: [],
  introduction: '<p>Un curso breve.</p>',
  reviewedOn: '2026-11-22',
  passGrade: 40,
  modules: [],
  evaluations: [],
  tasks: [],
  programmes: [],
  notices: ['Contenido por validar por la Unidad de Territorios de Convergencia.'],
  enrolmentId: null as string | null,
  editions: [edition],
};
const me = { id: 'p', givenNames: 'Ana', familyNames: 'Ulloa', timeZone: 'America/Punta_Arenas', roles: [] };

type Case = { signedIn: boolean; answer?: Partial<typeof course>; refusal?: { code: string; status: number } };

/** The page of the course, for someone or nobody; an enrolment is refused or taken. */
function open({ signedIn, answer = {}, refusal }: Case) {
  globalThis.fetch = (request) =>
    Promise.resolve(
      (request as Request).method === 'GET'
        ? Response.json({ ...course, ...answer })
        : refusal
          ? Response.json({ ...refusal, errors: [] }, { status: refusal.status })
          : Response.json({ id: 'e1', editionId: edition.id, parentId: null, enrolledAt: '' }, { status: 201 }),
    );
  const Stub = createRoutesStub([
    {
      id: 'root',
      path: '/',
      HydrateFallback: () => null,
      loader: () => ({ me: signedIn ? me : null, demo: false }),
      children: [
        { path: 'cursos/:slug', HydrateFallback: () => null, ...route },
        { path: 'estudio/:enrolment', Component: () => <h1>El curso</h1> },
      ],
    },
  ]);
  render(<Stub initialEntries={['/cursos/leer-datos']} />);
}

test('tells why nobody could be enrolled', async () => {
  open({ signedIn: true, refusal: { code: 'edition_full', status: 409 } });
  await userEvent.click(await screen.findByRole('button', { name: 'Inscribirte' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('ya no tiene cupos');
});

test('leads whoever was enrolled to the course', async () => {
  open({ signedIn: true });
  await userEvent.click(await screen.findByRole('button', { name: 'Inscribirte' }));
  expect(await screen.findByRole('heading', { name: 'El curso' })).toBeInTheDocument();
});

test('tells the deadline in the zone of the edition and of the reader', async () => {
  const summer = { ...edition, enrolUntil: '2026-07-10T22:00:00Z' };
  open({ signedIn: true, answer: { editions: [summer] } });
  expect(
    await screen.findByText(/10 de julio, 18:00\sh, hora de Chile continental \(para ti, 19:00\sh\)/),
  ).toBeVisible();
});

test('asks a visitor to sign in, and to come back', async () => {
  open({ signedIn: false });
  const link = await screen.findByRole('link', { name: 'Ingresar para inscribirte' });
  expect(link).toHaveAttribute('href', '/ingresar?volver=%2Fcursos%2Fleer-datos');
});

test('shows the way to someone enrolled already', async () => {
  open({
    signedIn: true,
    answer: { enrolmentId: 'e9', editions: [{ ...edition, enrolmentId: 'e9', state: 'running' }] },
  });
  expect(await screen.findByRole('link', { name: 'Ir al curso' })).toHaveAttribute('href', '/estudio/e9');
  expect(screen.queryByRole('button', { name: 'Inscribirte' })).not.toBeInTheDocument();
});

test('knows who came with a diplomado, in an edition that is not on the page', async () => {
  open({ signedIn: true, answer: { enrolmentId: 'e7', editions: [] } });
  expect(await screen.findByRole('heading', { name: 'Ya tienes tu cupo' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Ir al curso' })).toHaveAttribute('href', '/estudio/e7');
});

test('lets whoever took an edition that has ended enrol in another', async () => {
  const past = { ...edition, id: 'past', name: '2026', state: 'ended', enrolmentId: 'e5' };
  open({ signedIn: true, answer: { enrolmentId: 'e5', editions: [edition, past] } });
  expect(await screen.findByRole('button', { name: 'Inscribirte' })).toBeInTheDocument();
});

test('says plainly that a course is only announced', async () => {
  open({ signedIn: false, answer: { status: 'announced', editions: [] } });
  expect(await screen.findByText('Este curso está anunciado')).toBeInTheDocument();
  expect(screen.getByText('Aún no tiene ediciones. Su programa ya se puede leer.')).toBeInTheDocument();
});

test('leads from a former slug to the present one', async () => {
  const { loader } = route;
  globalThis.fetch = () => Promise.resolve(Response.json({ ...course, slug: 'leer-datos-publicos' }));
  const request = new Request('http://localhost/cursos/leer-datos');
  const asked = loader({ params: { slug: 'leer-datos' }, request } as unknown as Parameters<typeof loader>[0]);
  await expect(asked).rejects.toMatchObject({ status: 301 });
});
