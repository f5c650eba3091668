import { defaultRules, problemsOf } from './grade-rules.policy.ts';
import { GradeRules } from './grade-rules.schema.ts';

const units = ['control', 'tarea', 'final'].map((unit) => ({ unit, title: unit.toUpperCase(), weight: 30 }));
const sound = defaultRules(units);
const [all] = sound.categories as [(typeof sound.categories)[number]];
const problems = (of: Partial<GradeRules>) => problemsOf({ ...sound, ...of }, units);

test('the rules that follow from weights hold', () => {
  expect(GradeRules.parse(sound)).toEqual(sound);
  expect(problemsOf(sound, units)).toEqual([]);
});

test.each<[string, Partial<GradeRules>, string]>([
  ['weights', { categories: [{ ...all, weight: 90 }] }, 'Los pesos de las categorías suman 90; deben sumar 100.'],
  ['dropping too many', { categories: [{ ...all, drop: 3 }] }, '«Evaluaciones» descarta 3 y solo tiene 3.'],
  ['too many best', { categories: [{ ...all, best: 4 }] }, '«Evaluaciones» cuenta las 4 mejores y solo tiene 3.'],
  [
    'both',
    { categories: [{ ...all, best: 2, drop: 1 }] },
    '«Evaluaciones» descarta las peores o cuenta las mejores, no ambas cosas.',
  ],
  [
    'dropping what weighs unlike',
    { categories: [{ ...all, drop: 1, items: all.items.map((item, i) => ({ ...item, weight: i + 1 })) }] },
    'Para descartar, las notas de «Evaluaciones» deben pesar lo mismo.',
  ],
  [
    'nothing that weighs',
    { categories: [{ ...all, items: all.items.map((item) => ({ ...item, weight: 0 })) }] },
    'La categoría «Evaluaciones» no tiene nada que pese.',
  ],
  ['what is left out', { categories: [{ ...all, items: all.items.slice(1) }] }, 'Falta ubicar «CONTROL» en una categoría.'],
  ['what is there twice', { extra: [{ unit: 'final', upTo: 5 }] }, '«FINAL» está más de una vez.'],
  ['what is not there', { extra: [{ unit: 'otra', upTo: 5 }] }, 'El curso no tiene la unidad «otra».'],
  [
    'a requirement of nothing',
    { requirements: [{ of: 'category', key: 'otra', least: 40, cap: 39 }] },
    'Se exige un mínimo en «otra», que no está en las reglas.',
  ],
  ['a limit below all', { min: 20, attendance: { least: 75, cap: 15 } }, 'Un tope no puede ser menor que la nota mínima.'],
])('%s', (_, of, problem) => expect(problems(of)).toEqual([problem]));

test('two categories of one key', () => {
  const half = all.items.slice(0, 1);
  const categories = [
    { ...all, weight: 50, items: half },
    { ...all, weight: 50, items: all.items.slice(1) },
  ];
  expect(problems({ categories })).toEqual(['Dos categorías tienen la misma clave.']);
});
