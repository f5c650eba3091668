type Written = { pages?: number; script?: string };

/**
 * A PDF as an office writes one: pages of text in fonts that every reader must bring itself, with accents, each with a
 * drawing of so many bytes. `script` runs when it is opened, in readers that let it.
 */
export function aReport({ pages = 3, script }: Written = {}, weight = 0): Buffer {
  const first = 6;
  const kids = Array.from({ length: pages }, (_, i) => `${first + 2 * i} 0 R`).join(' ');
  const fonts = '/Font << /F1 3 0 R /F2 4 0 R >>';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${script === undefined ? '' : '/OpenAction 5 0 R'} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
    `<< /S /JavaScript /JS (${script ?? ''}) >>`,
  ];
  for (let n = 1; n <= pages; n++) {
    const text =
      `BT /F1 28 Tf 72 740 Td (P\xe1gina ${n} de ${pages}: diagn\xf3stico) Tj ET ` +
      `BT /F2 16 Tf 72 690 Td (En el sector viven 42 familias. El camino se corta en invierno.) Tj ET ` +
      `0.8 0.2 0.1 rg 72 500 200 100 re f % ${'x'.repeat(weight)}`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 2 * n - 1} 0 R /Resources << ${fonts} >> >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    );
  }
  return pdfOf(objects);
}

function pdfOf(objects: string[]): Buffer {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const starts = objects.map((object, i) => {
    const start = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = file.length;
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
