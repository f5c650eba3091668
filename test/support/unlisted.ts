import type { OpenAPIObject } from '@nestjs/swagger';

type Schema = {
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What an answer holds that the contract does not list, or lacks that it promises: paths, none where all is well. */
export function unlisted(contract: OpenAPIObject, path: string, answer: unknown): string[] {
  const operation = contract.paths[path]?.get?.responses['200'] as { content: Record<string, { schema: Schema }> };
  const schemas = contract.components?.schemas as Record<string, Schema>;
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? resolve(schemas[schema.$ref.split('/').at(-1)!]!) : schema;

  const check = (given: Schema, value: unknown, at: string): string[] => {
    const schema = resolve(given);
    const ways = schema.anyOf ?? schema.oneOf;
    if (ways) return ways.map((way) => check(way, value, at)).sort((a, b) => a.length - b.length)[0] ?? [];
    if (Array.isArray(value)) return value.flatMap((item, i) => check(schema.items ?? {}, item, `${at}[${i}]`));
    return isObject(value) ? objectFaults(schema, value, at) : plainFaults(schema, value, at);
  };
  const plainFaults = (schema: Schema, value: unknown, at: string): string[] => {
    const mayBeNull = [schema.type].flat().includes('null');
    return schema.properties && !(value === null && mayBeNull) ? [`${at} is no object`] : [];
  };
  const objectFaults = (schema: Schema, value: Record<string, unknown>, at: string): string[] => {
    const open = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    const missing = (schema.required ?? []).filter((key) => !(key in value)).map((key) => `${at}.${key} is missing`);
    const inside = Object.entries(value).flatMap(([key, item]) => {
      const known = schema.properties?.[key] ?? open;
      return known ? check(known, item, `${at}.${key}`) : [`${at}.${key} is not listed`];
    });
    return [...missing, ...inside];
  };
  return check(operation.content['application/json']!.schema, answer, '');
}
