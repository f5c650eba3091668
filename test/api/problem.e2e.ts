import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { newId } from '../../api/src/platform/id.ts';
import { anonymous, app, as } from '../support/app.ts';
import { aLearner } from '../support/make.ts';

const route = '/api/session';
const json = 'application/json';
const post = () => anonymous().post(route).set('sec-fetch-site', 'same-origin');

it.each([
  ['bad JSON', 400, 'malformed', () => post().type(json).send('{')],
  ['an address that cannot be decoded', 400, 'malformed', () => anonymous().get('/api/%zz')],
  ['an unknown route', 404, 'not_found', () => anonymous().get('/api/none')],
  ['a lost file', 404, 'not_found', () => anonymous().get('/assets/none.js')],
  ['an address over 2 kB', 414, 'address_too_long', () => anonymous().get(`/api/library?q=${'a'.repeat(2100)}`)],
  [
    'more than 256 kB',
    413,
    'too_large',
    () =>
      post()
        .type(json)
        .send(`"${'a'.repeat(256 * 1024)}"`),
  ],
  ['another media type', 415, 'wrong_media_type', () => post().type('application/xml').send('<a/>')],
  ['a stranger', 401, 'unauthenticated', () => anonymous().get('/api/home')],
  ['a path out of the blobs', 404, 'not_found', () => anonymous().get('/api/blobs/..%2f..%2fpackage.json')],
  ['a blob that is not there', 404, 'not_found', () => anonymous().get(`/api/blobs/${'0'.repeat(64)}.html`)],
])('answers %s with a problem', async (_, status, code, ask) => {
  const answer = await ask()
    .expect(status)
    .expect('content-type', /^application\/problem\+json/);
  expect(answer.body).toEqual({
    ...{ type: `urn:aula:problem:${code}`, code, title: expect.any(String), status, errors: [] },
  });
});

it('names each field at fault: unknown, missing, wrongly typed, oversized', async () => {
  const answer = await post()
    .send({ run: 12, password: 'x'.repeat(500), admin: true })
    .expect(422);
  expect(answer.body.code).toBe('invalid');
  expect(answer.body.errors).toEqual([
    { path: 'run', code: 'invalid_type' },
    { path: 'password', code: 'too_big' },
    { path: '', code: 'unrecognized_keys' },
  ]);
});

it.each([`'; drop table person; --`, '<script>alert(1)</script>', `a' | 'b & !( <-> :*`, '%_\\', 'a\u0000b'])(
  'takes %j as words to search',
  async (q) => {
    await anonymous().get('/api/library').query({ q }).expect(200);
  },
);

it('answers 404 to what is not a number of ours, as to what is not there', async () => {
  const me = await aLearner();
  await as(me).get(`/api/enrolments/${newId()}`).expect(404);
  expect((await as(me).get('/api/enrolments/1').expect(422)).body.errors[0].code).toBe('invalid_format');
});

it('tells a client that never finishes its headers that it was too slow or makes no sense', async () => {
  const { port } = app.getHttpServer().address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  socket.write('NOT HTTP\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
});

it('publishes the contract, and a page of it that needs no script', async () => {
  const contract = await anonymous().get('/api/openapi.json').expect(200).expect('content-type', /json/);
  expect(contract.body.openapi).toBe('3.1.0');
  await anonymous().get('/api/openapi.json').set('if-none-match', contract.headers['etag']!).expect(304);
  const page = await anonymous().get('/api/docs').expect(200).expect('content-type', /html/);
  expect(page.text).toContain('/api/activity');
  expect(page.text).not.toContain('<script');
});

it.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['identity', undefined],
])('compresses a long answer for who reads %s', async (accepted, encoding) => {
  const answer = await anonymous().get('/api/openapi.json').set('accept-encoding', accepted).expect(200);
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['vary']).toContain('accept-encoding');
  expect(answer.body.openapi).toBe('3.1.0');
});

it('is alive and ready', async () => {
  await anonymous().get('/health/live').expect(200, { status: 'ok' });
  await anonymous().get('/health/ready').expect(200, { status: 'ok' });
});
