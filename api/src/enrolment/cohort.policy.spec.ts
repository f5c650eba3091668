import { formatRun } from '../identity/run.policy.ts';
import { matchList, readList } from './cohort.policy.ts';

const found = [
  { enrolmentId: 'a', run: 12_345_678, email: 'ana@ejemplo.cl' },
  { enrolmentId: 'b', run: 9_876_543, email: null },
];

it('reads a list of RUN and mails as people paste it', () => {
  const text = `${formatRun(12_345_678)}\r\n ANA@ejemplo.cl ;9876543-${formatRun(9_876_543).at(-1)}\n\nAna Soto, 11.111.111-9`;
  const named = readList(text);
  expect(named.map(({ run, mail }) => run ?? mail)).toEqual([12_345_678, 'ana@ejemplo.cl', 9_876_543, null, null]);
  // whoever is named twice is taken once
  expect(matchList(named, found)).toEqual({ ids: ['a', 'b'], unknown: ['Ana Soto', '11.111.111-9'] });
});

it('finds nobody without a mail by an empty one', () => {
  expect(matchList(readList('@'), found)).toEqual({ ids: [], unknown: ['@'] });
});
