import { z } from 'zod';
import { instant } from '../platform/schema.ts';

export const CertificateList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['course', 'programme']),
        title: z.string(),
        folio: z.string(),
        code: z.string(),
        issuedAt: instant,
        grade: z.int().nullable(),
        minutes: z.int(),
        annulled: z.boolean(),
        /** Annulled, and another stands in its place. */
        replaced: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CertificateList' });

/** What anyone may know of a certificate: that it holds, whose it is (masked) and for what. */
export const VerificationView = z
  .object({
    state: z.enum(['valid', 'annulled', 'replaced', 'unknown']),
    certificate: z
      .object({
        code: z.string(),
        folio: z.string(),
        kind: z.enum(['course', 'programme']),
        personName: z.string(),
        run: z.string(),
        institution: z.string().nullable(),
        regionStrip: z.string().nullable(),
        title: z.string(),
        minutes: z.int(),
        startedOn: z.iso.date(),
        completedOn: z.iso.date(),
        issuedAt: instant,
        annulledAt: instant.nullable(),
        /** The one that stands in its place, since what it stated was corrected. */
        replacedBy: z.object({ code: z.string(), folio: z.string() }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Verification' });
