import type { OpenAPIObject } from '@nestjs/swagger';
import { contractOf } from '../../api/src/app.ts';
import { app } from './app.ts';

/** A JSON schema, as far as the contract uses it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  maxProperties?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
};
type Written = {
  'x-requires'?: string;
  parameters?: { name: string; in: 'path' | 'query' | 'header'; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
export type Method = 'get' | 'post' | 'put' | 'delete';
export type Operation = Written & { name: string; method: Method; path: string };

let kept: OpenAPIObject | undefined;
const contract = () => (kept ??= contractOf(app));

/** Every route that the contract lists, by its name: `get /api/home`. */
export const operations = (): Operation[] =>
  Object.entries(contract().paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<Method, Written>).map(([method, operation]) => ({
      ...operation,
      ...{ name: `${method} ${path}`, method: method as Method, path },
    })),
  );

/** The schema that a reference stands for. */
export function resolved(schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const schemas = contract().components?.schemas as Record<string, Schema>;
  return resolved(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
}

/** What a request brings: the schema of each parameter and of its body, with where they are. */
export const inputsOf = ({ name, parameters = [], requestBody }: Operation): [where: string, schema: Schema][] => [
  ...parameters.map(({ name: key, schema }): [string, Schema] => [`${name} ?${key}`, schema]),
  ...Object.values(requestBody?.content ?? {}).map(({ schema }): [string, Schema] => [`${name} body`, schema]),
];
