import type { Limits } from './exchange.schema.ts';

export const limits: Limits = {
  bytes: 20_000_000,
  questions: 20_000,
  image: 2_000_000,
  inflated: 200_000_000,
  entries: 2_000,
  depth: 40,
  nesting: 3,
  milliseconds: 120_000,
};
