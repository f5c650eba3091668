import { inputsOf, operations, resolved, type Schema } from './support/contract.ts';

const typesOf = ({ type }: Schema) => [type].flat();
/** A pattern from end to end, in which nothing repeats without limit. */
const isShort = (pattern = '') => /^\^.*\$$/.test(pattern) && !/[*+]|\{\d+,\}/.test(pattern);
const isSaid = ({ enum: some, const: one, format = '' }: Schema) =>
  some !== undefined || one !== undefined || ['uuid', 'binary'].includes(format);
/** What a column holds, or a seed. */
const [least, most] = [-(2 ** 31), 2 ** 32 - 1];

const checks: [type: string, isBounded: (schema: Schema) => boolean][] = [
  ['string', (schema) => isSaid(schema) || schema.maxLength !== undefined || isShort(schema.pattern)],
  ['array', ({ maxItems }) => maxItems !== undefined],
  ['integer', ({ minimum = -Infinity, maximum = Infinity }) => minimum >= least && maximum <= most],
  ['number', (schema) => isSaid(schema)],
  ['object', ({ additionalProperties, maxProperties }) => additionalProperties === false || !!maxProperties],
];

/** The parts of a schema, each with where it is. */
function partsOf(schema: Schema, at: string): [string, Schema][] {
  const { anyOf = [], oneOf = [], allOf = [], items, properties = {}, additionalProperties: rest } = schema;
  return [
    ...[...anyOf, ...oneOf, ...allOf].map((way): [string, Schema] => [at, way]),
    ...Object.entries(properties).map(([key, part]): [string, Schema] => [`${at}.${key}`, part]),
    ...(items ? [[`${at}[]`, items] as [string, Schema]] : []),
    ...(typeof rest === 'object' ? [[`${at}{}`, rest] as [string, Schema]] : []),
  ];
}

/** Where a schema lets in as much as anybody cares to send. */
function unbounded(given: Schema, at: string): string[] {
  const schema = resolved(given);
  const bare = checks.filter(([type, isBounded]) => typesOf(schema).includes(type) && !isBounded(schema));
  const open = bare.filter(([type]) => type !== 'object' || !schema.properties);
  return [
    ...open.map(([type]) => `${at}: ${type}`),
    ...partsOf(schema, at).flatMap(([place, part]) => unbounded(part, place)),
  ];
}

it('takes no text, list or number without a limit', () => {
  const found = operations().flatMap((operation) =>
    inputsOf(operation).flatMap(([where, schema]) => unbounded(schema, where)),
  );
  expect([...new Set(found)]).toEqual([]);
});

it('would tell of each sort of thing that has none', () => {
  const free: Schema = {
    type: 'object',
    properties: {
      ...{ text: { type: 'string' }, list: { type: 'array', items: { type: 'string', pattern: '^a+$' } } },
      ...{ count: { type: 'integer', minimum: 0, maximum: 2 ** 53 - 1 }, any: { type: 'object' } },
      way: { anyOf: [{ type: 'number' }, { type: 'string', maxLength: 3 }, { type: 'string', enum: ['a'] }] },
    },
  };
  expect(unbounded(free, 'body')).toEqual([
    ...['body.text: string', 'body.list: array', 'body.list[]: string', 'body.count: integer'],
    ...['body.any: object', 'body.way: number'],
  ]);
});
