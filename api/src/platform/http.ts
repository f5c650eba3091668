import { applyDecorators, HttpCode, Param, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { Problem } from './refusal.ts';

const Refusals = () => ApiResponse({ status: '4XX', standardSchema: Problem });

/** What the handler answers: checked, stripped of anything else, and written into the OpenAPI document. */
export const Returns = (schema: z.ZodType, status = 200) =>
  applyDecorators(
    HttpCode(status),
    SerializeOptions({ schema }),
    ApiResponse({ status, standardSchema: schema }),
    Refusals(),
  );

/**
 * As `Returns`, where the answer was checked before: by the statement whose rows it is made of, in a hot read, or by a
 * handler that answers by itself, as with a tag. It is documented and not parsed a second time. A test holds the hot
 * ones against the contract, with nothing unlisted.
 */
export const ReturnsChecked = (schema: z.ZodType) =>
  applyDecorators(ApiResponse({ status: 200, standardSchema: schema }), Refusals());

/** The handler answers no body. */
export const ReturnsNothing = () => applyDecorators(HttpCode(204), ApiResponse({ status: 204 }), Refusals());

/** The handler answers a file of this media type. */
export const ReturnsFile = (mediaType: string) =>
  applyDecorators(
    HttpCode(200),
    ApiResponse({ status: 200, content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } } }),
    Refusals(),
  );

export const Id = (name = 'id') => Param(name, { schema: z.uuid() });

/** A written key in the address: a slug, or the id of a lesson. */
export const Key = (name: string) => Param(name, { schema: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/) });
