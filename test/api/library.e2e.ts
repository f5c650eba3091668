import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Publication } from '../../api/src/catalogue/publication.entity.ts';
import { searchLibrary } from '../../api/src/catalogue/library.sql.ts';
import { FormerSlug } from '../../api/src/catalogue/reference.entity.ts';
import { PublishingService } from '../../api/src/publishing/publishing.service.ts';
import { anonymous, app, as, db } from '../support/app.ts';
import { aLearner } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
/** `- { consulta: "…", primero: publicación o publicación/capítulo, porque: … }` */
const entry = /^- \{ consulta: "(?<query>[^"]+)", primero: (?<first>[a-z0-9-]+(?:\/[a-z0-9-]+)?), porque: .+ \}$/;
const queries = readFileSync(`${content}/busquedas.yml`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('-'))
  .map((line): [string, string] => {
    const { query = line, first = '' } = entry.exec(line)?.groups ?? {};
    return [query, first];
  });

type Piece = { text: string; match: boolean };
type Facet = { key: string; name: string; count: number };
type Passage = { chapter: string | null; chapterTitle: string | null; heading: string; excerpt: Piece[] };
type Item = {
  kind: string;
  key: string;
  title: string;
  topics: { key: string }[];
  marked: { title: Piece[]; summary: Piece[] };
  passages: Passage[];
};
type Answer = { items: Item[]; kinds: Facet[]; topics: Facet[]; corrected: string | null };

const search = async (query: Record<string, string>) =>
  (await anonymous().get('/api/library').query(query).expect(200)).body as Answer;
const counts = (facets: Facet[]) => Object.fromEntries(facets.map(({ key, count }) => [key, count]));
const matches = (pieces: Piece[] = []) => pieces.filter(({ match }) => match).map(({ text }) => text);
const keys = ({ items }: Answer) => items.map(({ key }) => key);

const [manual, booklet, guidance] = [
  'formular-y-seguir-la-cartera',
  'zona-en-desarrollo',
  'participacion-y-gobernanza',
];

beforeAll(async () => {
  expect((await app.get(PublishingService).load(content)).problems).toEqual([]);
});

describe('search', () => {
  it('is tried with thirty queries at the least', () => expect(queries.length).toBeGreaterThanOrEqual(30));

  it.each(queries)('answers «%s» with %s first', async (q, first) => {
    const [item] = (await search({ q })).items;
    const chapter = item?.passages[0]?.chapter ?? '';
    expect(first.includes('/') ? `${item?.key ?? ''}/${chapter}` : item?.key).toBe(first);
  });

  it('says what it searched instead of a word that nobody wrote, with its accents', async () => {
    expect((await search({ q: 'Gobernansa y partisipacion' })).corrected).toBe('gobernanza y participación');
    expect((await search({ q: 'marco logicco' })).corrected).toBe('marco lógico');
    expect((await search({ q: 'conecjo' })).corrected).toBe('concejo');
    expect((await search({ q: 'cauza' })).corrected).toBe('causa');
    expect((await search({ q: 'participaciones' })).corrected).toBeNull();
  });

  it.each([
    ['LINEA BASE', 'línea base'],
    ['lineas bases', 'línea base'],
    ['linéa báse', 'línea base'],
  ])('finds «%s» whatever its accents, and marks the text as it was written', async (q, text) => {
    const [item] = (await search({ q })).items;
    expect(matches(item?.passages[0]?.excerpt).map((found) => found.toLowerCase())).toContain(text);
  });

  it('ignores that ñ is no n', async () => {
    const [one, other] = [await search({ q: 'año' }), await search({ q: 'ano' })];
    expect(one.items.length).toBeGreaterThan(0);
    expect(one.items).toEqual(other.items);
  });

  it('shows at most three passages a publication, each with some thirty words', async () => {
    const { items } = await search({ q: 'iniciativa' });
    for (const { passages } of items) {
      expect(passages.length).toBeLessThanOrEqual(3);
      for (const { excerpt } of passages)
        expect(
          excerpt
            .map(({ text }) => text)
            .join('')
            .split(/\s+/).length,
        ).toBeLessThanOrEqual(40);
    }
    const chapters = items.find(({ key }) => key === manual)?.passages;
    expect(chapters?.every(({ chapter, chapterTitle }) => chapter && chapterTitle)).toBe(true);
  });

  it('marks titles and summaries', async () => {
    const { items } = await search({ q: 'zonas en desarrollo' });
    expect(matches(items[0]?.marked.title)).toEqual(['zona', 'desarrollo']);
  });

  it('wants all the words, and takes any of them where no publication has all', async () => {
    expect(keys(await search({ q: 'aljibe VAC' }))).toEqual([manual]);
    expect(keys(await search({ q: 'aljibe devolución' })).sort()).toEqual([manual, guidance].sort());
  });

  it('counts what each filter would leave, given the query and the other filter', async () => {
    const all = await search({ q: 'comuna' });
    expect(Object.values(counts(all.kinds)).reduce((sum, count) => sum + count)).toBe(all.items.length);
    const booklets = await search({ q: 'comuna', kind: 'booklet' });
    expect(keys(booklets)).toEqual([booklet]);
    expect(counts(booklets.kinds)).toEqual(counts(all.kinds));
    expect(counts(booklets.topics)).toEqual(
      Object.fromEntries(
        all.topics.map(({ key }) => [key, Number(booklets.items[0]?.topics.some((topic) => topic.key === key))]),
      ),
    );
    const [topic] = booklets.items[0]?.topics ?? [];
    const about = await search({ q: 'comuna', topic: topic?.key ?? '' });
    expect(keys(about)).toContain(booklet);
    expect(counts(about.topics)).toEqual(counts(all.topics));
    expect(all.kinds.map(({ name }) => name)).toEqual(['Cartillas', 'Manuales', 'Orientaciones']);
  });

  it('lists everything by title without a query', async () => {
    const { items, corrected, kinds } = await search({});
    expect(items.map(({ title }) => title)).toEqual(
      items.map(({ title }) => title).sort((a, b) => a.localeCompare(b, 'es-CL')),
    );
    expect(keys({ items } as Answer).sort()).toEqual([manual, booklet, guidance].sort());
    expect([corrected, counts(kinds)]).toEqual([null, { booklet: 1, manual: 1, guidance: 1 }]);
    expect(items.every(({ passages }) => passages.length === 0)).toBe(true);
    expect(keys(await search({ q: '   ' }))).toEqual(keys({ items } as Answer));
  });

  it.each(['blockchain', 'de la', '¿?', '🙂', 'xyzxyzxyz qwqwqw', 'ﬃ'.repeat(200)])(
    'finds nothing for «%s», and says so',
    async (q) => {
      const answer = await search({ q });
      expect(answer.items).toEqual([]);
      expect(counts(answer.kinds)).toEqual({ booklet: 0, manual: 0, guidance: 0 });
    },
  );

  it.each([
    `'; drop table passage; --`,
    `brecha & | ! ( ) <-> :* \\ ' "`,
    `'brecha'`,
    'brecha:*A & !!x',
    '<script>alert("brecha")</script>',
    '<img src=x onerror=alert(1)> brecha',
    '%brecha_',
    'brecha\\',
    'a\u0000b brecha',
    'brecha '.repeat(28).trim(),
    '\u202ebrecha',
  ])('takes %j for words', async (q) => {
    const { items } = await search({ q });
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain('<script');
  });

  it.each([
    ['a query too long', { q: 'x'.repeat(201) }],
    ['a kind that is none', { kind: 'libro' }],
    ['an unknown filter', { page: '2' }],
    ['two queries', { q: ['a', 'b'] }],
  ])('refuses %s', async (_, query) => {
    const { body } = await anonymous().get('/api/library').query(query).expect(422);
    expect((body as { code: string }).code).toBe('invalid');
  });

  it('costs three statements at most, the session included', async () => {
    const me = await aLearner();
    const sent = await statementsOf(() => as(me).get('/api/library').query({ q: 'zona en desarollo' }).expect(200));
    expect(sent.length).toBeLessThanOrEqual(3);
  });
});

describe('a publication', () => {
  type Page = {
    slug: string;
    kind: string;
    notices: string[];
    introduction: string;
    chapters: { key: string }[];
    chapter: { key: string; sha: string; toc: { id: string }[]; terms: { definition: string }[] };
  };
  const open = async (path: string) => (await anonymous().get(`/api/publications/${path}`).expect(200)).body as Page;

  it('opens at its first chapter, or at the one that is named, with the list of all', async () => {
    const first = await open('formular-y-seguir-la-cartera');
    expect(first.chapter.key).toBe(first.chapters[0]?.key);
    expect(first.introduction).toContain('<p');
    const page = await open('formular-y-seguir-la-cartera/chapters/vac-y-cae');
    expect(page.chapter.key).toBe('vac-y-cae');
    expect(page.chapters).toEqual(first.chapters);
    expect(page.chapter.toc.length).toBeGreaterThan(2);
    await anonymous().get(`/api/blobs/${page.chapter.sha}.html`).expect(200);
  });

  it('has one chapter when it is a booklet, and says that it is yet to be validated', async () => {
    const { kind, chapters, chapter, notices } = await open('zona-en-desarrollo');
    expect([kind, chapters.map(({ key }) => key), chapter.key]).toEqual(['booklet', ['texto'], 'texto']);
    expect(notices.join()).toContain('por validar');
    expect(chapter.terms.every(({ definition }) => definition)).toBe(true);
  });

  it('answers to a former address with its address of today', async () => {
    const { id: subjectId } = await db.of(Publication).findOneByOrFail({ key: 'zona-en-desarrollo' });
    await db.of(FormerSlug).insert({ kind: 'publication', slug: 'cartilla-de-antes', subjectId });
    expect((await open('cartilla-de-antes')).slug).toBe('zona-en-desarrollo');
  });

  it('is sent again only when it has changed', async () => {
    const { headers } = await anonymous().get('/api/publications/zona-en-desarrollo').expect(200);
    expect(headers['cache-control']).toBe('public, no-cache');
    const tag = String(headers['etag']);
    await anonymous().get('/api/publications/zona-en-desarrollo').set('if-none-match', tag).expect(304);
  });

  it.each(['no-existe', 'zona-en-desarrollo/chapters/otro'])('is not found at %s', async (path) => {
    await anonymous().get(`/api/publications/${path}`).expect(404);
  });
});

it('lists the glossary in Spanish order', async () => {
  const { body } = await anonymous().get('/api/glossary').expect(200);
  const terms = (body as { items: { term: string }[] }).items.map(({ term }) => term);
  expect(terms.length).toBeGreaterThan(20);
  expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'es-CL')));
});

describe('with ten thousand passages', () => {
  beforeAll(async () => {
    await db.run(
      `insert into passage (publication_id, position, chapter_key, heading, body)
       select publication_id, position + 1000 * n, chapter_key, 'Copia ' || n, 'Relleno. ' || replace(body, 'aljibe', '')
       from passage, generate_series(1, 140) n`,
    );
    await db.run('vacuum analyze passage');
  });

  it('looks words up in their index', async () => {
    const { rows } = await db.run(`explain ${searchLibrary.text}`, [null, null, ['aljibe aljibes'], ['al']]);
    expect(JSON.stringify(rows)).toContain('Bitmap Index Scan on passage_words_idx');
    expect(JSON.stringify(rows)).not.toContain('Seq Scan on passage');
  });

  it('answers as before', async () => {
    expect(keys(await search({ q: 'camiones aljibe' }))).toEqual([manual]);
    const [first] = (await search({ q: 'relleno' })).items;
    expect(first?.passages).toHaveLength(3);
  });
});
