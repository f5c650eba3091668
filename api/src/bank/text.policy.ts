type Accepted = { accepted: readonly string[]; matchCase?: boolean; matchAccents?: boolean };

/** Without accents; the tilde of «ñ» stays, for «año» is no «ano». */
const withoutAccents = (text: string) =>
  text
    .normalize('NFD')
    .replace(/(?<!n)\u0303|[\u0300-\u0302\u0304-\u036f]/giu, '')
    .normalize('NFC');

function plainOf(text: string, { matchCase = false, matchAccents = false }: Accepted): string {
  const spaced = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const cased = matchCase ? spaced : spaced.toLocaleLowerCase('es');
  return matchAccents ? cased : withoutAccents(cased);
}

/** Whether a text is one of those accepted. Spaces at the ends and repeated ones never matter; case and accents, by rule. */
export function isAccepted(text: string, key: Accepted): boolean {
  const typed = plainOf(text, key);
  return key.accepted.some((form) => plainOf(form, key) === typed);
}
