import { deflateRawSync } from 'node:zlib';
import { readQuestions, writeQuestions } from './exchange.service.ts';
import { zipOf } from './write-zip.ts';

const read = (name: string, text: string | Buffer, limits = {}) => readQuestions(Buffer.from(text), name, { limits });
const quiz = (inside: string, head = '') => `<?xml version="1.0"?>${head}<quiz>${inside}</quiz>`;
const asked = (type: string, text: string, more = '') =>
  `<question type="${type}"><name><text>n</text></name><questiontext format="html"><text>${text}</text></questiontext>${more}</question>`;
const refusal = async (...given: Parameters<typeof read>) => {
  const { readable, imported, refused } = await read(...given);
  expect([readable, imported]).toEqual([false, []]);
  return refused[0]?.reason;
};

it('refuses a file that is too big, or brings too many questions', async () => {
  expect(await refusal('a.gift', 'x'.repeat(101), { bytes: 100 })).toMatch(/pesa más/);
  expect(await refusal('a.gift', '¿A? {T}\n\n'.repeat(11), { questions: 10 })).toMatch(/más de 10 preguntas/);
});

it('refuses entities and DTDs, and opens none', async () => {
  const bomb = '<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  expect(await refusal('a.xml', quiz(asked('essay', '&b;'), bomb))).toMatch(/DTD o entidades/);
  const outside = '<!DOCTYPE quiz SYSTEM "file:///etc/passwd">';
  expect(await refusal('a.xml', quiz(asked('essay', 'x'), outside))).toMatch(/DTD o entidades/);
  expect(await refusal('a.xml', quiz(asked('essay', '&nada;')))).toMatch(/mal formado/);
});

it('refuses XML that nests too deep or breaks off, with nothing of what stood before', async () => {
  expect(await refusal('a.xml', quiz(asked('essay', 'x') + '<a>'.repeat(100_000)))).toMatch(/anida más de 40/);
  const { refused } = await read('a.xml', `<quiz>\n${asked('essay', 'x')}\n<question type="essay">`);
  expect(refused).toEqual([{ line: 3, reason: expect.stringMatching(/mal formado/) }]);
  expect(await refusal('a.xml', '<html></html>')).toMatch(/no parte con <quiz>/);
});

it('refuses a text with gaps that nests too deep', async () => {
  const deep = `{1:SHORTANSWER:=${'{'.repeat(50_000)}${'}'.repeat(50_000)}}`;
  expect((await read('a.xml', quiz(asked('cloze', deep)))).refused[0]?.reason).toMatch(/llaves una dentro de otra/);
  const endless = '{1:SHORTANSWER:=a'.repeat(5_000);
  expect((await read('a.xml', quiz(asked('cloze', endless)))).refused[0]?.reason).toMatch(/dentro de otro/);
});

it('refuses HTML without end or bottom', async () => {
  expect((await read('a.xml', quiz(asked('essay', '&lt;b&gt;'.repeat(1_900))))).refused.length).toBeLessThanOrEqual(1);
  for (const text of ['&lt;div&gt;'.repeat(50_000), 'a'.repeat(200_000)])
    expect((await read('a.xml', quiz(asked('essay', text)))).refused[0]?.reason).toMatch(/demasiado largo/);
});

/** Ten megabytes on one line, of what each reader looks for. */
const long: [string, string][] = [
  ['a.gift', `::${'a:'.repeat(5_000_000)}`],
  ['b.gift', `¿A? {${'~=#\\'.repeat(2_500_000)}}`],
  ['c.gift', `// ${'[id:'.repeat(2_500_000)}\n¿A? {T}`],
  ['d.gift', '{'.repeat(10_000_000)],
  ['e.gift', `¿A? {#${'3:2='.repeat(2_000_000)}}`],
  ['f.gift', `[html]${'<img src='.repeat(1_000_000)} {T}`],
  ['a.txt', `${'A. '.repeat(3_000_000)}\nANSWER: A`],
  ['b.txt', `ANSWER:${' '.repeat(10_000_000)}A`],
  ['a.xml', quiz(asked('cloze', '{1:SA:'.repeat(1_500_000)))],
  ['b.xml', quiz(asked('gapselect', '[[1]]'.repeat(2_000_000)))],
  ['c.xml', `<quiz>${' '.repeat(10_000_000)}`],
  ['a.csv', `tipo;enunciado\n${'a'.repeat(10_000_000)}`],
  ['b.csv', `tipo;enunciado\nensayo;"${'""'.repeat(400_000)}"`],
  ['a.md', `:::ensayo{#a}\n${'*a_['.repeat(2_500_000)}\n:::`],
  ['b.md', `:::ensayo{#a${':'.repeat(10_000_000)}`],
];
it.each(long)('reads or refuses %s, ten megabytes on a line, in seconds', async (name, text) => {
  const began = performance.now();
  const { imported } = await read(name, text);
  expect(imported.length).toBeLessThanOrEqual(1);
  expect(performance.now() - began).toBeLessThan(20_000); // a quadratic reader takes hours
});

it('refuses a workbook that inflates beyond measure, whatever it says of itself', async () => {
  const { bytes } = await writeQuestions('xlsx', []);
  expect(await refusal('a.xlsx', Buffer.from(bytes), { inflated: 1_000 })).toMatch(/demasiado grande/);
  expect(await refusal('a.xlsx', Buffer.from(bytes), { entries: 3 })).toMatch(/más de 3 partes/);
  expect(await refusal('a.xlsx', lyingBomb())).toMatch(/dañado|demasiado grande/);
  expect(await refusal('a.xlsx', zipOf([{ name: 'x.txt', bytes: Buffer.from('x') }]))).toMatch(/No es una planilla/);
  expect(await refusal('a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).toMatch(/guárdala como XLSX/);
});

/** A sheet that says it holds ten bytes and inflates to fifty megabytes. */
function lyingBomb(): Buffer {
  const squeezed = deflateRawSync(Buffer.alloc(50_000_000, 32));
  const zip = zipOf([{ name: 'xl/worksheets/sheet1.xml', bytes: squeezed }]);
  const entry = zip.lastIndexOf(Buffer.from('504b0102', 'hex'));
  zip.writeUInt16LE(8, entry + 10);
  zip.writeUInt32LE(10, entry + 24);
  zip.writeUInt16LE(8, 8);
  return zip;
}

it('does not walk a range of all cells', async () => {
  const sheet =
    '<worksheet xmlns="x"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>tipo</t></is></c><c r="B1" t="inlineStr"><is><t>enunciado</t></is></c></row>' +
    '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>ensayo</t></is></c><c r="B1048576" t="inlineStr"><is><t>¿Qué?</t></is></c><c r="XFD1048576"><v>1</v></c></row></sheetData>' +
    '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
  const parts = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  };
  const zip = zipOf(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
  const { imported, refused } = await read('a.xlsx', zip);
  expect([refused, imported[0]?.line, imported[0]?.question.body.prompt]).toEqual([[], 1_048_576, '¿Qué?']);
});

it('keeps an image only for what its bytes are', async () => {
  const image = (name: string, bytes: Buffer) =>
    quiz(
      `<question type="essay"><name><text>n</text></name><questiontext format="html"><text>Mira &lt;img src="@@PLUGINFILE@@/${name}"&gt;</text><file name="${name}" path="/" encoding="base64">${bytes.toString('base64')}</file></questiontext></question>`,
    );
  const svg = (inside: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`);
  const lossOf = async (name: string, bytes: Buffer) => (await read('a.xml', image(name, bytes))).withLoss[0]?.what;
  expect(await lossOf('a.png', Buffer.from('<script>alert(1)</script>'))).toMatch(/no es una imagen/);
  expect(await lossOf('a.svg', svg('<script>alert(1)</script>'))).toMatch(/guiones/);
  expect(await lossOf('a.svg', svg('<path onload="x()" d="M0 0"/>'))).toMatch(/manejadores/);
  const { imported } = await read('a.xml', image('a.exe', svg('<path d="M0 0h9"/>')));
  expect(imported[0]?.question.media).toMatchObject([{ mediaType: 'image/svg+xml' }]);
});

it('stops when its time is over, and lets others work meanwhile', async () => {
  expect(await refusal('a.gift', '[markdown]¿*A*? {T}\n\n'.repeat(5_000), { milliseconds: 0 })).toMatch(
    /demasiado tiempo/,
  );
  let turns = 0;
  const ticking = setInterval(() => turns++, 1);
  const parts: number[] = [];
  await readQuestions(Buffer.from('[markdown]¿*A*? {T}\n\n'.repeat(3_000)), 'a.gift', {
    onProgress: (part) => void parts.push(part),
  });
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(3);
  expect([parts, parts.at(-1)]).toEqual([parts.toSorted((a, b) => a - b), 1]);
});

it('writes no cell that a spreadsheet would run, and reads it back the same', async () => {
  const { imported } = await read('a.gift', '::\\=1+1:: \\=HYPERLINK("x") {=%100%@SUM(A1) =%100%-3}');
  const questions = imported.map(({ question }) => question);
  const { bytes, withLoss } = await writeQuestions('csv', questions);
  expect(withLoss).toEqual([]);
  expect(Buffer.from(bytes).toString()).not.toMatch(/(^|;|"|\n)[=+\-@]/m);
});
