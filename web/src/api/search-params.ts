/** What an address asks for, by name; an empty field of a form asks for nothing. */
export function asked(request: Request): (name: string) => string | undefined {
  const { searchParams } = new URL(request.url);
  return (name) => searchParams.get(name)?.trim() || undefined;
}

/** One of the values that are known, so that a mistyped address is not refused but shows everything. */
export const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((each) => each === value);

/** The address of a query: `{ kind: 'course', open: undefined }` is `?kind=course`; an empty one is the page itself. */
export function searchOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

/** Leaves out what is not asked for, as the typed client wants it. */
export function given<T extends Record<string, unknown>>(query: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
