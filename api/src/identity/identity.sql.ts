import { z } from 'zod';
import { statement } from '../platform/database.ts';

const grants = z.array(
  z.object({
    role: z.enum(['author', 'tutor', 'coordinator', 'admin']),
    regionCut: z.string().nullable(),
    editionId: z.string().nullable(),
  }),
);

/** Session, actor and scopes in one look-up. Idle for `$2` seconds or older than `$3`, a session is none. */
export const findActor = statement<
  [Buffer, Date, Date],
  { id: string; sessionId: string; lastSeenAt: Date; grants: z.infer<typeof grants> }
>(
  'find-actor',
  z.object({ id: z.string(), sessionId: z.string(), lastSeenAt: z.date(), grants }),
  `select session.person_id as id, session.id as "sessionId", last_seen_at as "lastSeenAt",
     coalesce(
       (select json_agg(json_build_object('role', role, 'regionCut', region_cut, 'editionId', edition_id))
        from role_grant
        where role_grant.person_id = session.person_id and valid_from <= now() and (valid_to is null or valid_to > now())),
       '[]') as grants
   from session
   where token_hash = $1 and last_seen_at > $2 and created_at > $3`,
);

export const findPerson = statement(
  'find-person',
  z.object({
    id: z.string(),
    run: z.int(),
    givenNames: z.string(),
    familyNames: z.string(),
    email: z.string().nullable(),
    institution: z.string().nullable(),
    regionCut: z.string().nullable(),
    regionName: z.string().nullable(),
    timeZone: z.string(),
    unread: z.int(),
  }),
  `select person.id, run, given_names as "givenNames", family_names as "familyNames", email,
     institution.name as institution, region.cut as "regionCut", region.short_name as "regionName",
     coalesce(comuna.time_zone, region.time_zone, 'America/Santiago') as "timeZone",
     (select count(*)::integer from notice where person_id = person.id and read_at is null) as unread
   from person
   left join institution on institution.id = institution_id
   left join region on region.cut = institution.region_cut
   left join comuna on comuna.cut = comuna_cut
   where person.id = $1`,
);

/** How often this RUN failed from this address since `$3`, or since it last worked from there. */
export const findFailures = statement<[number, string, Date], { count: number; last: Date | null }>(
  'find-failures',
  z.object({ count: z.int(), last: z.date().nullable() }),
  `select count(*)::integer as count, max(at) as last
   from sign_in
   where run = $1 and address = $2 and not succeeded and at > greatest($3,
     (select max(ok.at) from sign_in ok where ok.run = $1 and ok.address = $2 and ok.succeeded))`,
);
