import { z } from 'zod';
import { instant } from '../platform/schema.ts';

export const EnrolmentView = z
  .object({ id: z.uuid(), editionId: z.uuid(), parentId: z.uuid().nullable(), enrolledAt: instant })
  .meta({ id: 'Enrolment' });
