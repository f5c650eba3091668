import fc from 'fast-check';
import { endingOf, fileFault, nameFault, safeName } from './file.policy.ts';

const allowed = ['pdf', 'jpg', 'docx', 'csv'];

test.each([
  ['Ficha.PDF', 'pdf', null],
  ['foto.jpeg', 'jpg', null],
  ['tabla.csv', null, null],
  ['IMG_0001.HEIC', 'heic', 'heic_file'],
  ['foto.jpg', 'heic', 'heic_file'],
  ['programa.pdf', 'exe', 'file_misfit'],
  ['carta.pdf', null, 'file_misfit'],
  ['carta.docx', 'zip', 'file_misfit'],
  ['tabla.csv', 'pdf', 'file_misfit'],
  ['programa.exe', 'exe', 'wrong_file_type'],
  ['sin-ending', null, 'wrong_file_type'],
])('%s that is %s', (name, sniffed, fault) => {
  expect(fileFault(name, sniffed, allowed)).toBe(fault);
});

test('a name leads nowhere and keeps its ending', () => {
  expect(safeName('../../etc/passwd')).toBe('passwd');
  expect(safeName('C:\\fotos\\ñandú "1".JPG')).toBe('ñandú 1.jpg');
  expect(safeName('..')).toBe('archivo');
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(/[\\/\r\n"]/);
      expect(safe.length).toBeGreaterThan(0);
      expect(safe.length).toBeLessThanOrEqual(130);
      expect(safeName(safe)).toBe(safe);
    }),
  );
  expect(nameFault(safeName('a.heic'), ['heic'])).toBeNull();
  expect(endingOf('a.tar.gz')).toBe('gz');
});
