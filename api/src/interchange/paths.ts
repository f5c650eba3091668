/** The path of a category, as Moodle writes it: `$course$/top/Uno/Dos`, with `//` for a slash in a name. */
export const pathOf = (written: string): string[] =>
  written
    .replaceAll('//', '\ufdd8')
    .split('/')
    .map((name) => name.replaceAll('\ufdd8', '/').trim().slice(0, 200).trim())
    .filter((name, i) => name && !(i < 2 && /^(\$\w{1,20}\$|top)$/.test(name)))
    .slice(0, 10);

/** The same, written: names with `//` for a slash. */
export const pathText = (path: readonly string[]) => path.map((name) => name.replaceAll('/', '//')).join('/');
