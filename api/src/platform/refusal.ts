import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** Everything the API may refuse. The code is the contract: the web translates it, nobody parses a title. */
export const refusals = {
  malformed: [400, 'The request cannot be read'],
  unauthenticated: [401, 'Nobody is signed in'],
  wrong_credentials: [401, 'The RUN or the password is wrong'],
  forbidden: [403, 'You may not do this'],
  wrong_origin: [403, 'The request comes from another site'],
  not_found: [404, 'There is nothing here for you'],
  method_not_allowed: [405, 'This address does not take that method'],
  too_slow: [408, 'The request took too long to arrive'],
  edition_full: [409, 'The edition has no seats left'],
  already_enrolled: [409, 'The person is already enrolled'],
  enrolment_closed: [409, 'The edition takes no enrolments now'],
  edition_not_started: [409, 'The edition has not started'],
  edition_ended: [409, 'The edition has ended'],
  evaluation_not_open: [409, 'The evaluation is not open yet'],
  evaluation_closed: [409, 'The evaluation has closed'],
  wait_between_attempts: [409, 'Some time must pass before another attempt'],
  question_closed: [409, 'The attempt has gone on: this question takes no answer now'],
  no_attempts_left: [409, 'No attempts are left'],
  attempt_open: [409, 'Another attempt is open'],
  cohort_exists: [409, 'The edition has a cohort of this name'],
  cohort_extended: [409, 'An extension holds for this cohort'],
  attempt_ended: [409, 'The attempt has ended'],
  stale_save: [409, 'Another tab or device holds this attempt, or a later answer is saved'],
  stale_grade: [409, 'Somebody changed this grade since it was seen'],
  appeal_open: [409, 'A request about this grade is open'],
  appeal_done: [409, 'This grade was appealed already'],
  appeal_closed: [409, 'The time for this is over'],
  appeal_answered: [409, 'The request was answered already'],
  own_answer: [409, 'Somebody else settles what one answered'],
  stale_rules: [409, 'Somebody changed these rules since they were seen'],
  import_applied: [409, 'The import was applied already'],
  not_overridden: [409, 'The grade was not changed by hand'],
  not_released: [409, 'The results are not published yet'],
  claim_taken: [409, 'Somebody else has this open now'],
  stale_mark: [409, 'A later draft of this mark is saved'],
  mark_published: [409, 'Somebody has published this mark meanwhile'],
  version_superseded: [409, 'A later version was sent'],
  not_markable: [409, 'This cannot be marked by you now'],
  no_resubmissions_left: [409, 'No other version can be sent'],
  stale_question: [409, 'Someone else changed this question meanwhile'],
  category_exists: [409, 'A category by this name is there already'],
  category_not_empty: [409, 'The category holds questions or categories'],
  task_not_open: [409, 'The task takes nothing yet'],
  task_closed: [409, 'The task takes nothing any more'],
  task_handed_in: [409, 'The task is handed in'],
  group_exists: [409, 'The task has a work group of this name'],
  group_handed_in: [409, 'The work group has handed in'],
  group_has_work: [409, 'The work group has a draft or has handed in'],
  no_group: [409, 'The person is in no group for this task'],
  too_many_files: [409, 'The submission takes no more files'],
  stale_preview: [409, 'Something has changed since this was previewed'],
  regrade_running: [409, 'Another regrade works on one of these evaluations'],
  regrade_moved_on: [409, 'This regrade is not in that state any more'],
  person_exists: [409, 'A person with this RUN exists'],
  link_expired: [410, 'The link has expired or was used'],
  too_large: [413, 'The request is too large'],
  address_too_long: [414, 'The address is too long'],
  wrong_media_type: [415, 'The request has a media type that is not read here'],
  invalid: [422, 'Some of the data is wrong'],
  wrong_dates: [422, 'The dates do not follow each other'],
  wrong_run: [422, 'The RUN is wrong'],
  wrong_password: [422, 'The current password is wrong'],
  wrong_evaluation_password: [422, 'The word that opens the evaluation is wrong'],
  weak_password: [422, 'The password is too easy to guess'],
  wrong_rules: [422, 'The rules do not hold together'],
  unreadable_sheet: [422, 'The file is no table that can be read'],
  unknown_question: [422, 'The question is not part of this attempt'],
  response_misfit: [422, 'The response does not fit the question'],
  unknown_marker: [422, 'Somebody named does not mark this edition'],
  mark_misfit: [422, 'The mark does not fit its rubric'],
  mark_incomplete: [422, 'A criterion has no points yet'],
  unknown_category: [422, 'There is no such category'],
  unknown_topic: [422, 'There is no such topic'],
  nothing_to_import: [422, 'No question of the file can be imported'],
  wrong_image: [422, 'This image cannot be shown here'],
  unknown_image: [422, 'An image of the question is not kept here'],
  category_loop: [422, 'A category can not lie within itself'],
  too_many_tags: [422, 'A question would have too many tags'],
  empty_submission: [422, 'There is nothing to hand in'],
  too_few_words: [422, 'The text is shorter than asked'],
  too_many_words: [422, 'The text is longer than asked'],
  wrong_file_type: [422, 'Files of this kind are not taken here'],
  heic_file: [422, 'Pictures in HEIC are not taken here'],
  file_misfit: [422, 'The file is not what its name says'],
  too_many: [429, 'Too many requests'],
  unexpected: [500, 'Something broke'],
  unavailable: [503, 'The service cannot answer now'],
  no_space: [507, 'There is no space to keep this'],
} as const;

export type RefusalCode = keyof typeof refusals;

/** RFC 9457, with a code and, when data is wrong, the fields at fault. */
export const Problem = z
  .object({
    type: z.string(),
    code: z.enum(Object.keys(refusals) as RefusalCode[]),
    title: z.string(),
    status: z.int(),
    errors: z.array(z.object({ path: z.string(), code: z.string() })),
    detail: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
type Problem = z.infer<typeof Problem>;

export class Refusal extends Error {
  readonly errors: Problem['errors'];
  /** Seconds after which to try again, sent as Retry-After. */
  readonly retryAfter: number | undefined;
  /** What the caller needs in order to go on: the current answers of a stale save, say. */
  readonly detail: Record<string, unknown> | undefined;

  constructor(
    readonly code: RefusalCode,
    more: { errors?: Problem['errors']; retryAfter?: number; detail?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause });
    this.errors = more.errors ?? [];
    this.retryAfter = more.retryAfter;
    this.detail = more.detail;
  }
}

/** The refusal of data that broke a zod schema. */
export const invalid = (issues: readonly unknown[]) =>
  new Refusal('invalid', {
    errors: (issues as z.core.$ZodIssue[]).map(({ path, code }) => ({ path: z.core.toDotPath(path), code })),
  });

/** What Nest and Fastify refuse before a handler is reached. */
const theirs: Record<number, RefusalCode> = {
  400: 'malformed',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'too_slow',
  413: 'too_large',
  414: 'address_too_long',
  415: 'wrong_media_type',
  503: 'unavailable',
};

/** PostgreSQL is away, starting, stopping or out of connections (classes 08, 53, 57 of its error codes), or the network says so. */
const away = /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;
const lost = /Connection terminated|timeout exceeded when trying to connect|not connected/i;

/** Whether this error says that the database cannot be reached, which passes, unlike a fault of ours. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, driverError, message, errors } = error as {
    code?: unknown;
    driverError?: unknown;
    message?: unknown;
    errors?: unknown;
  };
  if (driverError && driverError !== error) return isDatabaseAway(driverError);
  if (Array.isArray(errors)) return errors.some(isDatabaseAway);
  return (typeof code === 'string' && away.test(code)) || (typeof message === 'string' && lost.test(message));
}

/** PostgreSQL refuses a NUL in text (22021) and in JSON (22P05), whatever the schema let through: the caller's fault, not ours. */
function unreadable(error: unknown): boolean {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return ['22021', '22P05'].includes(String(driverError?.code ?? code));
}

const statusOf = (error: unknown) =>
  error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 0);

/** What any error is to the caller. Whatever is nobody's refusal is ours, and logged with its cause. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error && isDatabaseAway(error)) return new Refusal('unavailable', { retryAfter: 5 });
  if (error && unreadable(error)) return new Refusal('malformed');
  const code = theirs[statusOf(error)];
  if (!code) new Logger('Refusal').error(error);
  return new Refusal(code ?? 'unexpected');
}

export function problemOf({ code, errors, detail }: Refusal): Problem {
  const [status, title] = refusals[code];
  return { type: `urn:aula:problem:${code}`, code, title, status, errors, ...(detail && { detail }) };
}

/** Answers an error on Fastify, from wherever it came. */
export function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = refusalOf(error);
  const problem = problemOf(refusal);
  if (refusal.retryAfter) reply.header('retry-after', refusal.retryAfter);
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problem);
}

/** The one place where an error of a handler becomes an answer. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost) {
    return refuse(host.switchToHttp().getResponse<FastifyReply>(), error);
  }
}
