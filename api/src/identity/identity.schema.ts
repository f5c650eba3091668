import { z } from 'zod';
import { instant } from '../platform/schema.ts';

const Password = z.string().min(1).max(200);

export const SignInBody = z
  .strictObject({ run: z.string().min(1).max(30), password: Password })
  .meta({ id: 'SignInBody' });
export type SignInBody = z.infer<typeof SignInBody>;

/** What the shell of every page needs of whoever is signed in. */
export const PersonView = z
  .object({
    id: z.uuid(),
    givenNames: z.string(),
    familyNames: z.string(),
    run: z.string(),
    email: z.string().nullable(),
    institution: z.string().nullable(),
    regionCut: z.string().nullable(),
    regionName: z.string().nullable(),
    timeZone: z.string(),
    roles: z.array(z.enum(['author', 'tutor', 'coordinator', 'admin'])),
    /** How many notices wait to be read. */
    unread: z.int(),
  })
  .meta({ id: 'Person' });

export const SessionView = z
  .object({
    person: PersonView.nullable(),
    /** Ways to sign in that this installation has. */
    ways: z.object({ password: z.boolean(), claveUnica: z.boolean() }),
    /** Whether the people and editions here are samples. */
    demo: z.boolean(),
  })
  .meta({ id: 'Session' });

export const OpenSessionList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        createdAt: instant,
        lastSeenAt: instant,
        device: z.string(),
        current: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'OpenSessionList' });

export const PasswordBody = z.strictObject({ current: Password, next: Password }).meta({ id: 'PasswordBody' });
export type PasswordBody = z.infer<typeof PasswordBody>;

export const RecoveryBody = z.strictObject({ run: z.string().min(1).max(30) }).meta({ id: 'RecoveryBody' });
export type RecoveryBody = z.infer<typeof RecoveryBody>;

export const NewPasswordBody = z
  .strictObject({ token: z.string().regex(/^[\w-]{43}$/), password: Password })
  .meta({ id: 'NewPasswordBody' });
export type NewPasswordBody = z.infer<typeof NewPasswordBody>;
