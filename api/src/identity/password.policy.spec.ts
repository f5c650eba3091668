import { weaknessOf } from './password.policy.ts';

const person = { run: 12_345_678, givenNames: 'Rocío', familyNames: 'Barría Oyarzo' };

test.each([
  ['corta', 'too_short'],
  ['aaaaaaaaaaaa', 'too_plain'],
  ['rocio12345678', 'too_personal'],
  ['BarríaOyarzo1', 'too_personal'],
  ['tres volcanes nevados', null],
])('%s: %s', (password, weakness) => {
  expect(weaknessOf(password, person)).toBe(weakness);
});
