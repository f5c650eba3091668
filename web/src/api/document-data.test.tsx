import { pack, unpack } from './document-data.ts';

const html = '<p>Una <em>brecha</em> se mide.</p>';
const text = { sha: 'abc', html };
const loaderData = { page: { title: '</script><b>', text } };

test('sends a text once: the one in the page', () => {
  document.body.innerHTML = `<main><div data-fragment="abc">${html}</div></main>`;
  const json = pack({ loaderData }, document.body.innerHTML);
  expect(json).not.toContain('brecha');
  expect(json).not.toContain('<');
  expect(unpack(json, document)).toEqual({ loaderData });
});

test('sends in the data a text that the page does not show', () => {
  document.body.innerHTML = '<main></main>';
  const json = pack({ loaderData }, document.body.innerHTML);
  expect(unpack(json, document)).toEqual({ loaderData });
});
