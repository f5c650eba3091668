import { aDataDir, start } from '../support/program.ts';
import { newId } from '../../api/src/platform/id.ts';

type Saved = { position: number; seq: number; flagged: boolean };

/** A person with a cookie, talking to a program that may die at any moment. */
class Client {
  private cookie = '';
  constructor(private address: string) {}

  moveTo(address: string) {
    this.address = address;
  }

  async ask(method: string, path: string, body?: object) {
    const answer = await fetch(`${this.address}/api/${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        'sec-fetch-site': 'same-origin',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const cookie = answer.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0]!;
    return { status: answer.status, body: await answer.json().catch(() => null) };
  }
}

it('loses nothing that it acknowledged when killed in the middle of saves', async () => {
  const DATA_DIR = aDataDir();
  const first = start({ DATA_DIR, DATABASE_URL: undefined });
  const client = new Client(await first.address());
  await client.ask('POST', 'session', { run: '44.444.444-4', password: 'territorio-austral' });
  const { body: course } = await client.ask('GET', 'courses/por-que-convergencia');
  const { body: enrolment } = await client.ask('POST', `editions/${course.editions[0].id}/enrolments`);
  const [evaluation] = course.evaluations;
  const lease = newId();
  const started = await client.ask('POST', `enrolments/${enrolment.id}/evaluations/${evaluation.key}/attempts`, {
    lease,
  });
  expect(started.status).toBe(201);
  const attempt = `attempts/${started.body.id}`;

  const acknowledged = new Map<number, Saved>();
  let running = true;
  const write = async (position: number) => {
    for (let seq = 1; running; seq++) {
      const flagged = seq % 2 === 0;
      const answer = await client
        .ask('PUT', `${attempt}/answers/${position}`, { lease, seq, response: null, flagged })
        .catch(() => null);
      if (answer?.status === 200) acknowledged.set(position, { position, seq, flagged });
      if (!answer) return;
    }
  };
  const writers = [1, 2, 3, 4].map(write);
  while ((acknowledged.get(1)?.seq ?? 0) < 20) await new Promise((resolve) => setTimeout(resolve, 20));
  first.program.kill('SIGKILL');
  await first.exit;
  running = false;
  await Promise.all(writers);

  const second = start({ DATA_DIR, DATABASE_URL: undefined });
  client.moveTo(await second.address());
  const { body: found } = await client.ask('GET', attempt);
  for (const { position, seq, flagged } of acknowledged.values()) {
    const kept = (found.questions as Saved[]).find((question) => question.position === position)!;
    expect(kept.seq).toBeGreaterThanOrEqual(seq);
    if (kept.seq === seq) expect(kept.flagged).toBe(flagged);
  }
  const again = start({ DATA_DIR, DATABASE_URL: undefined });
  expect(await again.exit).toBe(0);
  expect(again.said.out).toContain(`Ya está funcionando en ${await second.address()}`);
});
