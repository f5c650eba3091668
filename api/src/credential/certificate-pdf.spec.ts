import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type CertificateData, certificatePdf } from './certificate-pdf.ts';

const certificate: CertificateData = {
  kind: 'programme',
  personName: 'Íñigo Ñancupil Muñoz',
  run: '12.345.678-5',
  institution: 'Gobierno Regional de Ñuble',
  regionStrip: 'NB',
  title: 'Gestión de territorios de convergencia',
  minutes: 7200,
  grade: '5,8',
  startedOn: '2026-04-07',
  completedOn: '2026-11-21',
  issuedAt: new Date('2026-12-02T02:30:00Z'),
  folio: '2026-000417',
  code: '7K3M92QD0A1Z',
  verificationUrl: 'https://aula.ejemplo.cl/verificar/7K3M92QD0A1Z',
};

type Tag = { role?: string; alt?: string; children?: Tag[] };

async function read<T>(data: CertificateData, look: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({
    data: Uint8Array.from(await certificatePdf(data)),
    verbosity: 0,
    fontExtraProperties: true,
  });
  try {
    return await look(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** The words of the page, with one space wherever there are some or a line ends. */
const wordsOf = (data: CertificateData) =>
  read(data, async (pdf) => {
    expect(pdf.numPages).toBe(1);
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    return text.replace(/\s+/g, ' ');
  });

const tagsOf = (tag: Tag): Tag[] => [tag, ...(tag.children ?? []).flatMap(tagsOf)];

test('has a title, speaks Spanish of Chile, is tagged, and says that it is PDF/UA', () =>
  read(certificate, async (pdf) => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Certificado de aprobación: Gestión de territorios de convergencia',
      Language: 'es-CL',
      CreationDate: 'D:20261202023000Z',
    });
    const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>; // a map, whatever its type says
    expect(marks.get('Marked')).toBe(true);
    expect(metadata.getRaw()).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  }));

test('is read in order: who, what, and a figure that says where it leads', () =>
  read(certificate, async (pdf) => {
    const tags = tagsOf((await (await pdf.getPage(1)).getStructTree()) as Tag);
    const roles = tags.map(({ role }) => role).filter((role) => role !== undefined);
    expect(roles.filter((role) => /^(H\d|Figure|Link)$/.test(role))).toEqual(['H1', 'H2', 'Figure', 'Link']);
    expect(tags.find(({ role }) => role === 'Figure')?.alt).toBe(
      'Código QR que lleva a https://aula.ejemplo.cl/verificar/7K3M92QD0A1Z, donde se verifica este certificado.',
    );
  }));

test('is one A4 page, landscape, that links to its verification', () =>
  read(certificate, async (pdf) => {
    const page = await pdf.getPage(1);
    const [, , width = 0, height = 0] = page.view;
    expect([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]).toEqual([297, 210]);
    const links = (await page.getAnnotations()) as { url?: string }[];
    expect(links.map(({ url }) => url)).toEqual([certificate.verificationUrl]);
  }));

test('brings its fonts with it, all of one family', () =>
  read({ ...certificate, personName: 'ÁÉÍÓÚÜÑ áéíóúüñ', title: '¿Qué? ¡Ya! «Sí» ’ – — …' }, async (pdf) => {
    const page = await pdf.getPage(1);
    const { fnArray, argsArray } = await page.getOperatorList();
    const ids = new Set(
      fnArray.flatMap((fn, i) => (fn === OPS.setFont ? [String((argsArray[i] as unknown[])[0])] : [])),
    );
    type Font = { name: string; missingFile: boolean };
    const fonts = [...ids].map((id) => page.commonObjs.get(id) as Font);
    expect(fonts.length).toBeGreaterThan(1);
    for (const { name, missingFile } of fonts) {
      expect(name).toMatch(/^[A-Z]{6}\+LibertinusSerif-(Regular|Semibold)/);
      expect(missingFile).toBe(false);
    }
  }));

test('says everything in words', async () => {
  const words = await wordsOf(certificate);
  for (const phrase of [
    'Subsecretaría de Desarrollo Regional y Administrativo',
    'Certifica que Íñigo Ñancupil Muñoz RUN 12.345.678-5 · Gobierno Regional de Ñuble',
    'aprobó el diplomado Gestión de territorios de convergencia',
    'de 120 horas cronológicas, dictado entre el 7 de abril y el 21 de noviembre de 2026.',
    'Su nota final fue 5,8, en escala de 1,0 a 7,0.',
    'Emitido el 1 de diciembre de 2026',
    'Contenido del diplomado por validar por la Unidad.',
    'Folio 2026-000417',
    'Verifica en aula.ejemplo.cl/verificar',
    'Código 7K3M-92QD-0A1Z',
  ])
    expect(words).toContain(phrase);
  expect(words).not.toContain('anulado');
});

test('leaves out what is not to be said, and says that it no longer holds', async () => {
  const words = await wordsOf({
    ...{ ...certificate, kind: 'course', run: '12.***.***-5', institution: null, regionStrip: null, grade: null },
    ...{ minutes: 90, startedOn: '2026-11-20', completedOn: '2027-01-03', annulled: true },
  });
  expect(words).toContain('RUN 12.***.***-5 aprobó el curso');
  expect(words).toContain(
    'de 1 hora cronológica y 30 minutos, dictado entre el 20 de noviembre de 2026 y el 3 de enero de 2027.',
  );
  expect(words).toContain('Certificado anulado: no acredita la aprobación.');
  expect(words).not.toContain('nota');
});

test('a course of one day says the day once', async () =>
  expect(await wordsOf({ ...certificate, completedOn: certificate.startedOn })).toContain(
    'dictado el 7 de abril de 2026.',
  ));

test('the same data gives the same bytes, and other data others', async () => {
  const first = await certificatePdf(certificate);
  expect(Buffer.compare(await certificatePdf({ ...certificate }), first)).toBe(0);
  expect(Buffer.compare(await certificatePdf({ ...certificate, annulled: true }), first)).not.toBe(0);
});

test('very long names and titles stay on the page, whole', async () => {
  const personName = `${'María de los Ángeles Ñancupil-Huenchumilla '.repeat(6)}Painemal`;
  const title = `${'Identificar y diagnosticar territorios rezagados, aislados y extremos '.repeat(6)}hoy`;
  const words = await wordsOf({ ...certificate, personName, title, annulled: true });
  expect(words.replaceAll('- ', '-')).toContain(personName);
  expect(words).toContain(title);
  expect(words).toContain('Código 7K3M-92QD-0A1Z');
});

test('what is code in Typst prints as itself', async () => {
  const personName = 'Ana "Anita" #let $x$ *Pía* _a_ \\ @b <c> ~ `d`';
  const title = `#panic("x") = a // b /* c */ [d] {e} -- ... ' https://x.cl`;
  const words = await wordsOf({ ...certificate, personName, title });
  expect(words).toContain(personName);
  expect(words).toContain(title);
});

test('accents typed apart are joined, and what cannot be seen is dropped', async () =>
  expect(await wordsOf({ ...certificate, personName: 'Jose\u0301 Nun\u0303ez\u0000\u200b' })).toContain(
    'José Nuñez RUN',
  ));

test.each([
  ['李小龙', 'could not be displayed with font'],
  ['', 'heading title is empty'],
])('a page for %j is refused with what is wrong', async (personName, reason) => {
  await expect(certificatePdf({ ...certificate, personName })).rejects.toThrow(
    new RegExp(`^The certificate 2026-000417 cannot be drawn: PDF/UA-1 error: .*${reason}`),
  );
});
