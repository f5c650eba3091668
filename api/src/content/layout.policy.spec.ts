import { anchorOf, placeOf, readingMinutes, wordsIn } from './layout.policy.ts';

it.each([
  ['cursos/uno/curso.md', { kind: 'course', folder: 'uno' }],
  ['cursos/uno/01-m/02-l.md', { kind: 'lesson', folder: 'uno', module: '01-m' }],
  ['cursos/uno/01-m/evaluacion.md', { kind: 'evaluation', folder: 'uno', module: '01-m' }],
  ['cursos/uno/evaluacion.md', { kind: 'evaluation', folder: 'uno', module: null }],
  ['manuales/m/03-c.md', { kind: 'chapter', folder: 'm' }],
  ['diplomados/d.md', { kind: 'programme', folder: 'd' }],
  ['cursos/uno/01-m/x.webp', { kind: 'image' }],
  ['cursos/uno/m/l.md', undefined],
  ['cursos/Uno/curso.md', undefined],
  ['constructor', undefined],
])('knows what %s is', (path, place) => expect(placeOf(path)).toEqual(place));

it.each([
  ['¿Qué es una línea base?', 'que-es-una-linea-base'],
  ['Ñuble, 2025', 'nuble-2025'],
  ['  —  ', ''],
])('makes an anchor of «%s»', (title, anchor) => expect(anchorOf(title)).toBe(anchor));

it('counts words and minutes', () => {
  expect(wordsIn('Costo-eficiencia: 1.200 familias, 4,9 % (aprox.)')).toBe(5);
  expect([readingMinutes(0, 0), readingMinutes(180, 0), readingMinutes(181, 2)]).toEqual([1, 1, 4]);
});
