type Rules = { takesText: boolean; takesFiles: boolean; minWords: number | null; maxWords: number | null };
export type HandInFault = 'empty_submission' | 'too_few_words' | 'too_many_words' | null;

/** Why so many words and files are not what a task asks for. Where a least number of words is asked, files alone are not enough. */
export function faultOf(rules: Rules, words: number, files: number): HandInFault {
  if (isEmpty(rules, words, files)) return 'empty_submission';
  return rules.takesText ? lengthFault(rules, words) : null;
}

function isEmpty({ takesText, takesFiles, minWords }: Rules, words: number, files: number): boolean {
  if (takesText && words > 0) return false;
  return files === 0 || (takesText && !(takesFiles && minWords === null));
}

function lengthFault({ minWords, maxWords }: Rules, words: number): HandInFault {
  if (words < (minWords ?? 0)) return 'too_few_words';
  return words > (maxWords ?? Infinity) ? 'too_many_words' : null;
}
