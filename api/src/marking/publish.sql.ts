import { z } from 'zod';
import { statement } from '../platform/database.ts';
import { nameOf } from './queue.sql.ts';

export const findLastPublication = statement(
  'find-last-publication',
  z.object({ by: z.string(), at: z.date(), points: z.int(), grade: z.int().nullable() }),
  `select ${nameOf('person')} as by, published_at as at, points, grade
   from mark_publication join person on person.id = actor_id
   where submission_id = $1 order by n desc limit 1`,
);
