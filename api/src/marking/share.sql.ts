import { z } from 'zod';
import { type Reach, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';
import { authors, doubleThreshold, hidden, nameOf, submitted } from './queue.sql.ts';

const Piece = z.object({
  ...{ id: z.string(), region: z.string().nullable(), regionName: z.string().nullable(), authors: z.array(z.string()) },
  ...{ markers: z.array(z.string()), state: z.enum(['submitted', 'returned', 'published']), double: z.boolean() },
});

/** What was handed in to the unit `$6` of the edition `$5`, and who should mark it; in the order of its arrival. */
export const findPieces = statement<[...Reach, string, string], z.infer<typeof Piece>>(
  'find-marking-pieces',
  Piece,
  `select submission.id, region.cut as region, region.short_name as "regionName", ${authors} as authors,
     submission.state, (${doubleThreshold}) is not null as double,
     array(select marker_id from allocation where submission_id = submission.id order by allocated_at, marker_id) as markers
   from ${submitted}
   where submission.edition_id = $5 and submission.unit_key = $6 and submission.state <> 'draft' and ${reached}
   order by submission.submitted_at, submission.id`,
);

/** The tutors of an edition (`$1`, of the whole `$2`) now (`$3`), with the regions they are kept to; null: no limit. */
export const findMarkers = statement(
  'find-edition-markers',
  z.object({ id: z.string(), name: z.string(), regions: z.array(z.string()).nullable() }),
  `select person.id, ${nameOf('person')} as name,
     case when bool_or(role_grant.region_cut is null) then null else array_agg(distinct role_grant.region_cut) end as regions
   from role_grant join person on person.id = role_grant.person_id
   where role = 'tutor' and valid_from <= $3 and (valid_to is null or valid_to > $3)
     and (role_grant.edition_id is null or role_grant.edition_id in ($1::uuid, $2::uuid))
   group by person.id
   order by person.family_names, person.given_names, person.id`,
);

export const giveOut = `
  insert into allocation (submission_id, marker_id, allocated_by, allocated_at)
  select submission_id, marker_id, $3, $4 from unnest($1::uuid[], $2::uuid[]) as share(submission_id, marker_id)
  on conflict do nothing`;
export const takeBack = 'delete from allocation where submission_id = any($1::uuid[])';

export const keepRule = `
  insert into marking_rule (edition_id, unit_key, anonymous, double_threshold, return_days, changed_by, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (edition_id, unit_key) do update set anonymous = excluded.anonymous,
    double_threshold = excluded.double_threshold, return_days = excluded.return_days,
    changed_by = excluded.changed_by, changed_at = excluded.changed_at`;

const Criteria = z.array(z.object({ id: z.string(), points: z.int().nullable() }));
const mark = { points: z.int(), grade: z.int().nullable(), criteria: Criteria };

/** Both marks of what was marked twice, each pair once both are there; `third`: whether somebody decided between them. */
export const findPairs = statement(
  'find-double-marks',
  z.object({ first: z.object(mark), second: z.object(mark), third: z.boolean() }),
  `select json_build_object('points', one.points, 'grade', one.grade, 'criteria', one.criteria) as first,
     json_build_object('points', other.points, 'grade', other.grade, 'criteria', other.criteria) as second,
     exists (select from mark third where third.submission_id = one.submission_id and third.version = one.version
       and third.place = 3 and third.state = 'given') as third
   from ${submitted}
   join mark one on one.submission_id = submission.id and one.version = submission.version and one.place = 1
     and one.state = 'given'
   join mark other on other.submission_id = one.submission_id and other.version = one.version and other.place = 2
     and other.state = 'given'
   where submission.edition_id = $5 and submission.unit_key = $6 and ${reached}
   order by submission.id`,
);

/** By what a unit is marked, and how many of its submissions wait for a first or a second mark. */
export const findTerms = statement(
  'find-marking-terms',
  z.object({
    rubric: z.custom<{ criteria: { id: string; title: string; maxPoints: number }[] } | null>(),
    ...{ maxPoints: z.int().nullable(), waiting: z.int() },
  }),
  `select task.rubric, max(asked.max_points)::integer as "maxPoints",
     (count(*) filter (where submission.state = 'submitted' and (
       select count(*) from mark where mark.submission_id = submission.id and mark.version = submission.version
         and mark.state = 'given' and place < 3) < 2))::integer as waiting
   from ${submitted}
   where submission.edition_id = $5 and submission.unit_key = $6 and submission.state <> 'draft' and ${reached}
   group by task.rubric`,
);

/** Draws `$9` of what was published and never drawn since, by chance. */
export const drawSample = `
  insert into moderation (id, submission_id, publication, drawn_by, drawn_at)
  select uuidv7(), submission.id, last.n, $7, $8
  from ${submitted}
  cross join lateral (select n from mark_publication where submission_id = submission.id order by n desc limit 1) last
  where submission.edition_id = $5 and submission.unit_key = $6 and submission.state = 'published' and ${reached}
    and not exists (select from moderation where submission_id = submission.id and publication = last.n)
  order by random()
  limit $9
  on conflict do nothing`;

/** How many could be drawn. */
export const countDrawable = statement(
  'count-drawable-marks',
  z.object({ count: z.int() }),
  `select count(*)::integer as count
   from ${submitted}
   where submission.edition_id = $5 and submission.unit_key = $6 and submission.state = 'published' and ${reached}
     and not exists (select from moderation where submission_id = submission.id and publication =
       (select max(n) from mark_publication where submission_id = submission.id))`,
);

export const findSample = statement(
  'find-moderation-sample',
  z.object({
    ...{ id: z.string(), submissionId: z.string(), learner: z.string(), region: z.string().nullable() },
    ...{ marker: z.string(), points: z.int(), maxPoints: z.int(), grade: z.int().nullable(), drawnAt: z.date() },
    ...{ verdict: z.enum(['confirmed', 'changed']).nullable(), reason: z.string().nullable() },
    ...{ decidedBy: z.string().nullable(), decidedAt: z.date().nullable() },
  }),
  `select moderation.id, submission.id as "submissionId", region.short_name as region,
     case when ${hidden} then upper(right(submission.id::text, 4)) else ${nameOf('person')} end as learner,
     ${nameOf('marker')} as marker, shown.points, shown.max_points as "maxPoints", shown.grade,
     drawn_at as "drawnAt", verdict, moderation.reason, ${nameOf('judge')} as "decidedBy", decided_at as "decidedAt"
   from ${submitted}
   join moderation on moderation.submission_id = submission.id
   join mark_publication shown on shown.submission_id = submission.id and shown.n = moderation.publication
   join person marker on marker.id = shown.actor_id
   left join person judge on judge.id = decided_by
   where submission.edition_id = $5 and submission.unit_key = $6 and ${reached}
   order by verdict is not null, moderation.id`,
);

export const findModeration = statement(
  'find-moderation',
  z.object({ submissionId: z.string(), verdict: z.string().nullable() }),
  `select submission_id as "submissionId", verdict from moderation where id = $1 for update`,
);

export const decide = `
  update moderation set verdict = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1`;
