const shortest = 10;
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Why this password is too easy to guess, or null: at least ten characters (guide GU-CIBER-001 of the Secretaría de
 * Gobierno Digital), not a few characters repeated, and none of what anyone knows of the person.
 */
export function weaknessOf(
  password: string,
  person: { run: number; givenNames: string; familyNames: string },
): 'too_short' | 'too_plain' | 'too_personal' | null {
  if (password.length < shortest) return 'too_short';
  if (new Set(password).size < 5) return 'too_plain';
  const folded = fold(password);
  const known = fold(`${person.givenNames} ${person.familyNames}`)
    .split(/\s+/)
    .filter(({ length }) => length > 3);
  const left = [String(person.run), ...known].reduce((text, word) => text.replaceAll(word, ''), folded);
  return left.length < shortest / 2 ? 'too_personal' : null;
}
