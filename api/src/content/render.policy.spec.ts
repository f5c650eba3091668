import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { aContentFolder, lessonCard, lessonText } from '../../../test/support/content.ts';
import type { Content, Lesson } from './content.schema.ts';
import { readContent } from './content.service.ts';

const path = 'cursos/uno/01-m/01-l.md';
const lessonOf = ({ courses }: Content) => courses[0]?.modules[0]?.units[0] as Lesson;

/** A lesson of the sound folder with this text at its end. */
async function render(text: string): Promise<Lesson> {
  const content = await readContent(await aContentFolder({ [path]: `${lessonCard('l1')}${lessonText}\n${text}\n` }));
  expect(content.problems).toEqual([]);
  return lessonOf(content);
}

it.each([
  [
    'a notice',
    ':::ten-presente\nOjo.\n:::',
    '<aside class="notice" role="note" aria-label="Ten presente"><div><strong>Ten presente</strong><p>Ojo.</p></div></aside>',
  ],
  [
    'a notice with a title',
    ':::ten-presente[Cuidado]\nOjo.\n:::',
    '<aside class="notice" role="note" aria-label="Cuidado"><div><strong>Cuidado</strong>',
  ],
  [
    'a fictitious example',
    ':::ejemplo[Tres]{ficticio}\nX.\n:::',
    'aria-label="Ejemplo ficticio: Tres"><div><strong>Ejemplo ficticio · Tres</strong>',
  ],
  [
    'a definition',
    ':::definicion[Línea base]\nX.\n:::',
    '<aside class="notice definition" role="note" aria-label="Línea base"><div><strong>Línea base</strong>',
  ],
  [
    'a formula',
    ':::formula[VAC es la suma]\nVAC = I_0 + Σ C_t/(1+r)^t * x_{t+1}\n:::',
    '<div class="formula" role="math" aria-label="VAC es la suma">VAC = I<sub>0</sub> + Σ C<sub>t</sub>/(1+r)<sup>t</sup> * x<sub>t+1</sub></div>',
  ],
  [
    'a norm',
    'La :norma[Ley 19.175]{articulo="17, letra i" revisada=2026-11-22}.',
    '<cite class="norm" data-reviewed="2026-11-22">Ley 19.175, artículo 17, letra i</cite>',
  ],
  ['a term', 'Una :termino[brecha]{#brecha}.', '<a class="term" data-term="brecha" href="/glosario#brecha">brecha</a>'],
  [
    'an outside link',
    '[SUBDERE](https://subdere.gov.cl)',
    '<a href="https://subdere.gov.cl" rel="noopener">SUBDERE</a>',
  ],
  [
    'a link to a publication',
    '[x](../../../cartillas/zona/cartilla.md#criterios)',
    '<a href="/biblioteca/zona#criterios">x</a>',
  ],
  [
    'a link to a chapter',
    '[x](../../../manuales/formular/01-primero.md)',
    '<a href="/biblioteca/formular/primero">x</a>',
  ],
  ['a link to a lesson', '[x](01-l.md#primera-parte)', '<a href="/cursos/uno#l1" data-unit="uno/l1">x</a>'],
  ['a written anchor', '## Otra parte {#mia}', '<h2 id="mia">Otra parte</h2>'],
  ['what only looks like a directive', 'A las 15:00, nota:algo y 3:1.', '<p>A las 15:00, nota:algo y 3:1.</p>'],
])('renders %s', async (_, text, html) => {
  expect((await render(text)).html).toContain(html);
});

it('renders figures, tables, exercises and sources', async () => {
  const { html } = await render('');
  expect(html).toMatch(
    /<figure id="figura-1"><img src="\/api\/blobs\/[0-9a-f]{64}\.svg" width="640" height="300" alt="Lo que muestra\." loading="lazy"><figcaption><strong>Figura 1\.<\/strong> Una leyenda/,
  );
  expect(html).toContain(
    '<div id="tabla-1" class="scroll-x" tabindex="0" role="region" aria-label="Tabla 1, desplazable"><table class="table"><caption><strong>Tabla 1.</strong> Una tabla</caption>',
  );
  expect(html).toContain('<th scope="row">uno</th><td class="numeric">1</td>');
  expect(html).toContain('<details class="model"><summary>Ver una respuesta modelo</summary><p>Así.</p></details>');
  expect(html).toContain('<h2 id="fuentes">Fuentes</h2>');
  expect(html).toContain('aria-label="Volver a la cita 1"');
  expect(html).not.toMatch(/footnote-label|style=/);
});

it('renders a self-check that reads without a script', async () => {
  const { html } = await render('');
  const [check = ''] = /<fieldset.*<\/fieldset>/s.exec(html) ?? [];
  expect(check).toContain('<fieldset class="self-check" id="comprueba-1" data-self-check="single"><legend>');
  expect(check).toContain('<li class="option" data-option="a">Esta no.</li>');
  expect(check).toContain(
    '<li data-answer="a" data-correct="false"><p><strong>Incorrecta.</strong> Esta no.</p><p>Porque no.</p></li>',
  );
  expect(check).toContain('<li data-answer="b" data-correct="true"><p><strong>Correcta.</strong> Esta sí.</p></li>');
});

it('finds the outline, the terms, the norms, the words and the minutes', async () => {
  const lesson = await render('## Más\n\nLa :norma[Ley 1]{revisada=2026-01-31} dice.');
  expect(lesson.toc).toEqual([
    { id: 'primera-parte', title: 'Primera parte' },
    { id: 'mas', title: 'Más' },
  ]);
  expect(lesson.terms).toEqual(['brecha']);
  expect(lesson.norms).toEqual([{ norm: 'Ley 1', article: null, reviewedOn: '2026-01-31' }]);
  expect(lesson.passages.at(-1)).toEqual({ anchor: 'mas', heading: 'Más', text: 'La Ley 1 dice.' });
  expect([lesson.words, lesson.minutes]).toEqual([25, 2]);
});

it('gives each paragraph of a publication a link of its own', async () => {
  const { publications } = await readContent(await aContentFolder());
  const [booklet, manual] = publications.map(({ introduction, chapters }) => ({
    introduction,
    keys: chapters.map(({ key }) => key),
    html: chapters.map(({ html }) => html).join(''),
  }));
  expect(booklet).toMatchObject({ introduction: '', keys: ['texto'] });
  expect(booklet?.html).toContain(
    '<p id="p-1"><a class="ref" href="#p-1" aria-label="Enlace al párrafo 1">1</a>Una cartilla.</p>',
  );
  expect(booklet?.html).toContain('<ul id="lista-1">');
  expect(manual).toMatchObject({ introduction: '<p>Presenta.</p>', keys: ['primero'] });
  expect(manual?.html).toContain('<a class="ref" href="#p-1" aria-label="Enlace al párrafo 1.1">1.1</a>');
});

const hostile = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        ...[
          '<script>alert(1)</script>',
          '<img src=x onerror=alert(1)>',
          '[x](javascript:alert(1))',
          '![x](data:text/html,x)',
        ],
        ...[
          '<https://x.cl/"onmouseover="y">',
          '[x](<JaVaScRiPt:x>)',
          ':termino[<b>x</b>]{#"><script>}',
          '[^f]',
          '`<script>`',
        ],
        ...[
          '::figura[x]{src="javascript:x" alt="\\"><script>"}',
          ':::formula[x]\n<script>^{<script>}\n:::',
          '&#x3c;script&#x3e;',
        ],
        ...[
          '<a href="javascript:x" onclick=y style="z">w</a>',
          '| <svg onload=x> |\n| --- |\n| y |',
          '\n\n',
          '# ',
          '> ',
          '- [x] a) ',
        ],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

/** What could run: a script, a handler, a style, a link that is no link. Text that speaks of them is escaped. */
const dangerous =
  /<script|<[^>]*\s(on\w+|style|srcset)=|(href|src)="(?!https?:|mailto:|\/|#)|<(svg|iframe|object|form|input)\b/i;

it('never lets through what could run, and renders the same text the same way', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const root = await aContentFolder({
        'cartillas/zona/cartilla.md': null,
        [path]: null,
        'manuales/formular/01-primero.md': `---\nid: primero\ntitulo: Primero\nrevisado: 2026-11-22\n---\n${text}\n`,
      });
      const [one, other] = [await readContent(root), await readContent(root)];
      expect(one).toEqual(other);
      for (const { chapters } of one.publications) for (const { html } of chapters) expect(html).not.toMatch(dangerous);
    }),
    { numRuns: 60 },
  );
});

it('escapes marks in words and in labels', async () => {
  const { html } = await render(':::caso[uno \\" \\< dos]\ntres & \\<b>\n:::');
  expect(html).toContain('aria-label="Caso: uno &#x22; < dos"');
  expect(html).toContain('<strong>uno " &#x3C; dos</strong>');
  expect(html).toContain('<p>tres &#x26; &#x3C;b></p>');
});

it('keeps ids and hashes when files get other names', async () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/);
  await fc.assert(
    fc.asyncProperty(name, name, fc.integer({ min: 10, max: 99 }), async (one, other, number) => {
      const root = await aContentFolder();
      const before = await readContent(root);
      await rename(join(root, path), join(root, `cursos/uno/01-m/${number}-${one}.md`));
      await rename(
        join(root, 'manuales/formular/01-primero.md'),
        join(root, `manuales/formular/${number}-${other}.md`),
      );
      const after = await readContent(root);
      expect(after.problems).toEqual([]);
      expect(lessonOf(after)).toEqual(lessonOf(before));
      expect(after.publications.map(({ chapters }) => chapters)).toEqual(
        before.publications.map(({ chapters }) => chapters),
      );
    }),
    { numRuns: 20 },
  );
});
