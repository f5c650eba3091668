import { anonymous, app, as } from '../support/app.ts';
import { aLearner } from '../support/make.ts';

const get = (address: string) => anonymous().get(address);
const form = (address: string) => anonymous().post(address).type('form').set('sec-fetch-site', 'same-origin');

it('sends a page whole: text, title, description, address and no line of script', async () => {
  const { status, text, headers } = await get('/ingresar?volver=%2Fcuenta');
  expect(status).toBe(200);
  expect(text).toMatch(/<html lang="es-CL">[^]*<title>Ingresar · Aula Convergencia<\/title>/);
  expect(text).toMatch(/<meta name="description" content="[^"]{20,}">/);
  expect(text).toMatch(/<link rel="canonical" href="http:\/\/[^"]+\/ingresar">/);
  expect(text).toContain('<h1 id="heading">Ingresa a tu aula</h1>');
  expect(text).not.toMatch(/ style=|<style| on[a-z]+="|javascript:/);
  const scripts = [...text.matchAll(/<script([^>]*)>([^<]*)/g)].map(([, attributes, code]) => [
    attributes,
    code !== '',
  ]);
  expect(scripts).toEqual([
    [expect.stringMatching(/^ type="module" crossorigin src="\/assets\//), false],
    [' type="application/json" id="aula-data"', true],
  ]);
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(headers).toMatchObject({ 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' });
});

it('names the styles of the page, so that nothing shows without its look, each with the order of all layers', async () => {
  const { text } = await get('/ingresar');
  const styles = [...text.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, href]) => href!);
  expect(styles.length).toBeGreaterThan(1);
  for (const href of styles) expect((await get(href)).text).toMatch(/^@layer base[,{]/);
});

it('is asked again by visitors, who are told when nothing changed; what a person sees is kept nowhere', async () => {
  const first = await get('/ingresar');
  expect(first.headers['cache-control']).toBe('public, no-cache');
  const again = await get('/ingresar').set('if-none-match', first.headers['etag'] as string);
  expect([again.status, again.text]).toEqual([304, '']);

  const mine = await as(await aLearner()).get('/ingresar');
  expect(mine.text).toContain('Ya ingresaste como Rocío Barría Oyarzo');
  expect(mine.headers).toMatchObject({ 'cache-control': 'private, no-store' });
  expect(mine.headers).not.toHaveProperty('etag');
});

it('sends the theme that was chosen, and none that nobody offers', async () => {
  expect((await get('/ingresar').set('cookie', 'theme=dark')).text).toContain('<html lang="es-CL" data-theme="dark">');
  expect((await get('/ingresar').set('cookie', 'theme="><b>')).text).toContain('<html lang="es-CL">');
});

it('comes compressed', async () => {
  const url = `${await app.getUrl()}/ingresar`;
  const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  for (const encoding of ['br', 'gzip']) {
    const answer = await fetch(url, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(await answer.text()).toContain('Ingresa a tu aula'); // fetch has read what it says to be
  }
});

it('serves what has a hash for good, precompressed, and misses as a problem what is not there', async () => {
  const [, script] = /href="(\/assets\/libraries-[^"]+\.js)"/.exec((await get('/ingresar')).text) ?? [];
  const url = `${await app.getUrl()}${script}`;
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
  });
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(100_000);
  expect((await answer.text()).length).toBeGreaterThan(100_000);

  for (const lost of ['/assets/lost.js', '/lost.php', '/favicon.ico', '/api/lost', '/assets/..%2findex.html']) {
    const { status, body, headers } = await get(lost);
    expect([lost, status, body.code]).toEqual([lost, 404, 'not_found']);
    expect(headers['content-type']).toContain('application/problem+json');
  }
  expect((await get('/favicon.svg')).headers['content-type']).toContain('svg');
  expect((await get('/robots.txt')).text).toContain('Disallow: /api/');
});

it('tells with its status of an address that leads nowhere, wherever else it points', async () => {
  const { status, text, headers } = await get('/no-existe');
  expect(status).toBe(404);
  expect(text).toContain('<title>No encontramos esta página · Aula Convergencia</title>');
  expect(headers['cache-control']).toBe('private, no-store');
  expect((await get('//ajeno.cl/ingresar')).text).not.toContain('//ajeno.cl');
});

it('takes a form without any script, and leaves nobody who came from elsewhere in', async () => {
  const wrong = await form('/ingresar').send({ run: '11.111.111-1', password: '"><script>' });
  expect(wrong.status).toBe(401);
  expect(wrong.text).toContain('El RUN y la contraseña no coinciden');
  expect(wrong.text).toContain('value="11.111.111-1"');
  expect(wrong.text).not.toContain('"><script>');
  const foreign = await anonymous()
    .post('/ingresar')
    .type('form')
    .set('sec-fetch-site', 'cross-site')
    .send({ run: '1' });
  expect([foreign.status, foreign.body.code]).toEqual([403, 'wrong_origin']);
});

it.each([
  ['application/json', '{}', 415],
  ['text/plain', 'x', 415],
  ['application/x-www-form-urlencoded', `run=${'1'.repeat(70_000)}`, 413],
])('refuses a form of type %s (%#)', async (type, body, status) => {
  const answer = await fetch(`${await app.getUrl()}/ingresar`, {
    ...{ method: 'POST', body, headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' } },
  });
  expect(answer.status).toBe(status);
});
