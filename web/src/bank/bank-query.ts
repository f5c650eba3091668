import type { Schemas } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import { asked, given, oneOf, searchOf } from '../api/search-params.ts';
import { words } from './words.ts';

export type Kind = Schemas['QuestionLine']['kind'];
export const kinds = Object.keys(words.kinds) as Kind[];

const names = [
  ...(['q', 'category', 'kind', 'topic', 'difficulty', 'outcome', 'territory', 'tag', 'origin'] as const),
  ...(['unused', 'alike', 'retired', 'after'] as const),
];
export type Asked = { [K in (typeof names)[number]]?: string | undefined };

const shapes: Partial<Record<keyof Asked, RegExp>> = {
  category: /^(none|[0-9a-f-]{36})$/,
  difficulty: /^[1-5]$/,
  territory: /^[a-z0-9-]{1,80}$/,
  origin: /^(folder|editor|import)$/,
  unused: /^1$/,
  alike: /^1$/,
  retired: /^1$/,
};

/** What an address asks of the bank; what is mistyped asks for nothing. */
export function askedOf(request: Request): Asked {
  const value = asked(request);
  const all = names.map((name) => {
    const text = value(name)?.slice(0, 400);
    return [name, text && (shapes[name]?.test(text) ?? true) ? text : undefined] as const;
  });
  return given({ ...Object.fromEntries(all), kind: oneOf(kinds, value('kind')) });
}

/** As the typed client wants it. */
export const queryOf = (query: Asked) =>
  given({
    ...query,
    difficulty: query.difficulty ? Number(query.difficulty) : undefined,
  }) as NonNullable<paths['/api/questions']['get']['parameters']['query']>;

/** The filters that are on: neither the words nor the page. */
export const filtersOf = (query: Asked) => Object.entries(query).filter(([name]) => name !== 'q' && name !== 'after');

/** The address of a search, from its first page on. */
export const bankAddress = (query: Asked) => `/banco${searchOf(query)}`;
