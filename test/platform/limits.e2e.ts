import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { start } from '../support/program.ts';

let address: string;
beforeAll(async () => {
  address = await start({ DATABASE_URL: undefined, RATE_PER_MINUTE: '10' }).address();
});

const fromHere = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };

it('slows down a person who asks too much, and says when to come back', async () => {
  const body = JSON.stringify({ run: '44.444.444-4', password: 'territorio-austral' });
  const signedIn = await fetch(`${address}/api/session`, { method: 'POST', headers: fromHere, body });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  const answers = [];
  for (let i = 0; i < 12; i++) answers.push(await fetch(`${address}/api/sessions`, { headers: { cookie } }));
  expect(answers[0]!.status).toBe(200);
  const slowed = answers.at(-1)!;
  expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '6']);
  expect(await slowed.json()).toMatchObject({ code: 'too_many' });
});

it('lets an address ask as much as an office does, and no more', async () => {
  const statuses = [];
  for (let i = 0; i < 210; i++) statuses.push((await fetch(`${address}/api/regions`)).status);
  expect(statuses.slice(0, 150)).toEqual(Array(150).fill(200));
  expect(statuses.at(-1)).toBe(429);
});

it('hangs up on whoever takes more than ten seconds over the headers', async () => {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.write('GET /api/regions HTTP/1.1\r\nHost: aula\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain('"code":"too_slow"');
});
