import { words } from './words.ts';

type Told<D> = string | ((data: D) => string);

/**
 * What a page says of itself beyond its content: `export const handle: Handle<typeof loader> = { title: … }`.
 * Titles are written without the name of the product, which is added.
 */
export type Handle<L extends (...args: never[]) => unknown = () => null> = {
  title: Told<Awaited<ReturnType<L>>>;
  description?: Told<Awaited<ReturnType<L>>>;
  /** No navigation in the header, as where people sign in. */
  plain?: boolean;
  /** Neither navigation nor footer, but this way out, as during an evaluation: «Guardar y salir». */
  exit?: (data: Awaited<ReturnType<L>>) => string;
};

/** A matched route with what its loader read. */
export type Page = { handle: unknown; data: unknown };
type AnyHandle = {
  title: Told<unknown>;
  description?: Told<unknown>;
  plain?: boolean;
  exit?: (data: unknown) => string;
};

/** A page whose loader has not read has nothing to tell from its data. */
const say = (told: Told<unknown> | undefined, data: unknown) =>
  typeof told !== 'function' ? told : data === undefined ? undefined : told(data);

export const titled = (title: string) => `${title} · ${words.name}`;

export type Head = { title: string; description: string; plain: boolean; exit: string | undefined };

/** What the innermost page says of itself. */
export function headOf(pages: readonly Page[]): Head {
  const last = pages.findLast(({ handle }) => handle !== undefined);
  const { title, description, plain = false, exit } = (last?.handle ?? {}) as Partial<AnyHandle>;
  const told = (what: Told<unknown> | undefined) => say(what, last?.data);
  const name = told(title);
  return {
    title: name ? titled(name) : words.name,
    description: told(description) ?? words.description,
    plain,
    exit: told(exit),
  };
}
