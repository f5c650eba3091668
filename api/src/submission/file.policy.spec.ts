import fc from 'fast-check';
import { endingOf, fileFault, nameFault, neutralName, rangeOf, safeName } from './file.policy.ts';

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

test.each([
  [undefined, null],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-5000', { start: 90, end: 99 }],
  ['bytes=100-', null],
  ['bytes=20-10', null],
  ['bytes=-5', null],
  ['bytes=0-1,5-6', null],
  ['lines=1-2', null],
])('of a file of 100 bytes, %s', (asked, part) => {
  expect(rangeOf(asked, 100)).toEqual(part);
});

test('a neutral name keeps nothing but the ending', () => {
  expect(neutralName('Rocío Quilodrán.PDF', 2)).toBe('archivo-2.pdf');
  expect(neutralName('rocio', 1)).toBe('archivo-1');
});
