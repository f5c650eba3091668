import { faultOf } from './hand-in.policy.ts';

const both = { takesText: true, takesFiles: true, minWords: null, maxWords: null };
const text = { ...both, takesFiles: false };

test.each([
  ['text within its limits', { ...text, minWords: 2, maxWords: 5 }, 3, 0, null],
  ['nothing', both, 0, 0, 'empty_submission'],
  ['files where text is asked too', { ...both, minWords: 10 }, 0, 2, 'empty_submission'],
  ['files where either serves', both, 0, 1, null],
  ['no file where only files are asked', { ...both, takesText: false }, 9, 0, 'empty_submission'],
  ['files where only they are asked', { ...both, takesText: false }, 0, 1, null],
  ['too few words', { ...text, minWords: 10 }, 9, 0, 'too_few_words'],
  ['too many words', { ...text, maxWords: 10 }, 11, 0, 'too_many_words'],
])('%s', (_, rules, words, files, fault) => {
  expect(faultOf(rules, words, files)).toBe(fault);
});
