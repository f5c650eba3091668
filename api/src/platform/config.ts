import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((text) => text === '1');
/** What an empty line of a settings file means: not set. */
const unlessEmpty = <T extends z.ZodType>(setting: T) =>
  z.preprocess((text) => (text === '' ? undefined : text), setting);
const secondsOr = (fallback: number) => z.coerce.number().int().min(1).max(3600).default(fallback);

/** Every setting; `.env.example` documents each. */
const Environment = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
    PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TRUST_PROXY: z.string().min(1).optional(),
    DATA_DIR: z
      .string()
      .min(1)
      .default(fileURLToPath(new URL('../../../.data', import.meta.url))),
    BLOB_QUOTA_MB: z.coerce.number().positive().max(1_000_000).default(10_000),
    CONTENT_DIR: z
      .string()
      .min(1)
      .default(fileURLToPath(new URL('../../../content', import.meta.url))),
    DEMO: flag,
    PASSWORD_LOGIN: flag,
    MAIL_URL: unlessEmpty(z.url({ protocol: /^smtps?$/ }).optional()),
    MAIL_FROM: z.string().min(3).default('Aula Convergencia <no-responder@localhost>'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
    RATE_PER_MINUTE: z.coerce.number().int().min(1).max(10_000_000).default(600),
    SHUTDOWN_SECONDS: secondsOr(20),
    WEB_DEV: z.url({ protocol: /^https?$/ }).optional(),
  })
  .superRefine((env, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (env.NODE_ENV !== 'production') return;
    if (env.DEMO) wrong('DEMO', 'demo accounts cannot exist in production');
    if (!env.DATABASE_URL) wrong('DATABASE_URL', 'production needs a database of its own');
    if (!env.PUBLIC_URL) wrong('PUBLIC_URL', 'production needs the address that people open');
  });
export type Config = z.infer<typeof Environment>;

let read: Config | undefined;

/** The only reader of the environment; a wrong value ends the program with a sentence that names it. */
export function config(): Config {
  if (read) return read;
  const { data, error } = Environment.safeParse(process.env);
  if (data) return (read = data);
  const { path, message } = error.issues[0]!;
  console.error(`The environment variable ${path.join('.')} is wrong: ${message}.`);
  process.exit(1);
}

/** Whether the demo people and editions belong here: with the database of our own, or when asked, and never in production. */
export const isDemo = ({ NODE_ENV, DATABASE_URL, DEMO }: Config) =>
  NODE_ENV !== 'production' && (DEMO || !DATABASE_URL);

/** The address that people open, without a slash at its end. */
export function openedAt(): string {
  const { PUBLIC_URL, PORT } = config();
  return PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${PORT || 3000}`;
}
