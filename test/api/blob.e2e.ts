import { Blob } from '../../api/src/platform/blob.entity.ts';
import { Storage } from '../../api/src/platform/storage.ts';
import { SweepService } from '../../api/src/publishing/sweep.service.ts';
import { anonymous, app, db } from '../support/app.ts';

const html = '<p>Un texto que se comprime bien, bien, bien, bien, bien, bien, bien, bien.</p>';
const keep = (text: string) => app.get(Storage).put(Buffer.from(text), 'text/html');

it('serves a text by its hash, for ever, compressed as the caller reads it, where nothing runs', async () => {
  const sha = await keep(html);
  const ask = (encoding: string) => anonymous().get(`/api/blobs/${sha}.html`).set('accept-encoding', encoding);
  const plain = await ask('identity').expect(200, html);
  expect(plain.headers).toMatchObject({
    ...{
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${sha}"`,
      'x-content-type-options': 'nosniff',
    },
    'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
  });
  for (const encoding of ['br', 'gzip']) {
    const answer = await ask(encoding).expect(200, html);
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
  }
  await ask('br').set('if-none-match', `"${sha}"`).expect(304);
});

it('keeps the same bytes once', async () => {
  expect(await keep('<p>igual</p>')).toBe(await keep('<p>igual</p>'));
});

it.each(['..%2f..%2fetc%2fpasswd', 'a.html', `${'a'.repeat(64)}.exe`, `${'A'.repeat(64)}.html`, '%00.html'])(
  'finds nothing under %s',
  async (name) => {
    await anonymous().get(`/api/blobs/${name}`).expect(404);
  },
);

it('sweeps what nothing speaks of, a day after it came', async () => {
  const [old, fresh] = [await keep('<p>viejo</p>'), await keep('<p>nuevo</p>')];
  await db.of(Blob).update({ sha: old }, { createdAt: new Date(Date.now() - 25 * 3600_000) });
  expect(await app.get(SweepService).sweep()).toBe(1);
  await anonymous().get(`/api/blobs/${old}.html`).expect(404);
  await anonymous().get(`/api/blobs/${fresh}.html`).expect(200);
});
