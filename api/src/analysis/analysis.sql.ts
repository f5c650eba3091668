import { z } from 'zod';
import { AnswerKey, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { followed, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

/** `$5` the edition, `$6` the evaluation: whether there is one within reach. */
export const findAnalysed = statement(
  'find-analysed-evaluation',
  z.object({
    ...{ id: z.string(), title: z.string(), name: z.string(), timeZone: z.string(), closesAt: z.date() },
    ...{ unitTitle: z.string(), versionId: z.string() },
  }),
  `select edition.id, course_version.title, edition.name, time_zone as "timeZone", ends_at as "closesAt",
     unit.title as "unitTitle", course_version.id as "versionId"
   from edition
   join course_version on course_version.id = course_version_id
   join version_unit unit on unit.version_id = course_version.id and unit.unit_key = $6 and kind = 'evaluation'
   where edition.id = $5 and ${followed}`,
);

const number = z.number().nullable();
export const ItemRow = z.object({
  ...{ versionId: z.string(), questionId: z.string(), version: z.int(), points: z.int(), position: z.int().nullable() },
  ...{ body: QuestionBody, answerKey: AnswerKey, people: z.int(), upperPeople: z.int(), lowerPeople: z.int() },
  ...{ difficulty: z.number(), rest: number, upper: number, lower: number, seconds: number, variance: z.number() },
  ...{ varianceX: number, varianceY: number, covariance: number, dichotomous: z.boolean() },
});
export type ItemRow = z.infer<typeof ItemRow>;
const counts = { people: z.int(), upper: z.int(), lower: z.int() };
const place = { cut: z.string().nullable(), name: z.string().nullable(), people: z.int() };

/**
 * Everything that is counted over the ended attempts: `$7` all of them, or the first of each person. Two groups stand
 * apart, the 27 % of the highest and of the lowest totals (Kelley, T. L. (1939), «The selection of upper and lower groups
 * for the validation of test items»). Responses come grouped, so that a few hundred rows stand for all answers.
 * An answer counts by the version that scored it, and not at all where a regrade gave everyone its points or dropped it. `rest` is
 * what someone reached in all other questions: the share, as not everybody has the same ones.
 */
export const analyse = statement(
  'analyse-evaluation',
  z.object({
    ...{ people: z.int(), waiting: z.int(), reached: z.int(), enrolled: z.int(), grade: number, share: number },
    ...{ seconds: number, variance: number, maxPoints: number },
    regions: z.array(z.object({ ...place, share: z.number(), grade: z.number() })),
    items: z.array(ItemRow),
    answers: z.array(
      z.object({ versionId: z.string(), response: QuestionResponse.nullable(), share: z.number(), ...counts }),
    ),
    places: z.array(z.object({ ...place, versionId: z.string(), difficulty: z.number(), rest: number })),
  }),
  `with member as materialized (
     select enrolment.id, region.cut, region.short_name as name, region.position
     from enrolment
     join edition on edition.id = enrolment.edition_id
     join person on person.id = enrolment.person_id
     left join institution on institution.id = person.institution_id
     left join region on region.cut = institution.region_cut
     where edition.id = $5 and ${reached}
   ), ended as materialized (
     select attempt.id, attempt.points, attempt.grade, max_points, started_at, member.cut, member.name, member.position,
       extract(epoch from submitted_at - started_at)::float8 as seconds,
       row_number() over (partition by enrolment_id order by n) as nth
     from member
     join attempt on enrolment_id = member.id
     where attempt.unit_key = $6 and submitted_at is not null and attempt.points is not null
       and annulled_at is null
   ), ranked as (
     select ended.*, row_number() over (order by points::float8 / max_points, id) as place, count(*) over () as n
     from ended where nth = 1 or $7
   ), counted as materialized (
     select ranked.*, case when place <= round(n * 0.27) then 'lower' when place > n - round(n * 0.27) then 'upper' end as side
     from ranked
   ), answer as materialized (
     select counted.cut, counted.name, counted.side, version.id as version_id, version.kind,
       coalesce(given.points, 0) as points, given.max_points as most,
       coalesce(given.points, 0)::float8 / given.max_points as share,
       (counted.points - coalesce(given.points, 0))::float8 / nullif(counted.max_points - given.max_points, 0) as rest, response,
       coalesce(nullif(given.seconds, 0), least(1800, extract(epoch from saved_at - greatest(started_at,
         lag(saved_at) over (partition by attempt_id order by saved_at)))))::float8 as seconds
     from counted
     join attempt_question given on attempt_id = counted.id
     join question_version version on version.id = coalesce(scored_with, question_version_id)
     where treatment is null
   ), item as (
     select version_id, count(*)::integer as people, avg(share) as difficulty, avg(rest) as rest,
       count(*) filter (where side = 'upper')::integer as upper_people,
       count(*) filter (where side = 'lower')::integer as lower_people,
       avg(share) filter (where side = 'upper') as upper, avg(share) filter (where side = 'lower') as lower,
       percentile_cont(0.5) within group (order by seconds) as seconds, var_pop(points)::float8 as variance,
       var_pop(share) as variance_x, var_pop(rest) as variance_y, covar_pop(share, rest) as covariance,
       bool_and(points in (0, most)) as dichotomous
     from answer group by version_id
   )
   select count(*)::integer as people, avg(grade)::float8 as grade, avg(points::float8 / max_points) as share,
     (select count(*)::integer from member join attempt on enrolment_id = member.id
      where unit_key = $6 and submitted_at is not null and points is null) as waiting,
     (select count(*)::integer from member) as reached,
     (select count(*)::integer from enrolment where edition_id = $5) as enrolled,
     percentile_cont(0.5) within group (order by seconds) as seconds, var_pop(points)::float8 as variance,
     avg(max_points)::float8 as "maxPoints",
     (select coalesce(json_agg(json_build_object('cut', cut, 'name', name, 'people', people, 'share', share,
        'grade', grade) order by position), '[]')
      from (select cut, name, position, count(*) as people, avg(points::float8 / max_points) as share,
              avg(grade)::float8 as grade
            from counted group by cut, name, position) region) as regions,
     (select coalesce(json_agg(json_build_object('versionId', item.version_id, 'questionId', version.question_id,
        'version', version.n, 'points', version.points, 'position', pool.position, 'body', body, 'answerKey', answer_key,
        'people', people, 'upperPeople', upper_people, 'lowerPeople', lower_people, 'difficulty', difficulty,
        'rest', rest, 'upper', upper, 'lower', lower, 'seconds', seconds, 'variance', variance,
        'varianceX', variance_x, 'varianceY', variance_y, 'covariance', covariance, 'dichotomous', dichotomous)
        order by pool.position nulls last, version.question_id, version.n), '[]')
      from item
      join question_version version on version.id = item.version_id
      left join lateral (
        select min(pool.position) as position
        from evaluation_question pool
        join question_version listed on listed.id = pool.question_version_id
        where pool.version_id = (select course_version_id from edition where edition.id = $5) and pool.unit_key = $6
          and listed.question_id = version.question_id) pool on true) as items,
     (select coalesce(json_agg(json_build_object('versionId', version_id, 'response', response, 'share', share,
        'people', people, 'upper', upper, 'lower', lower)), '[]')
      from (select version_id, response, avg(share) as share, count(*) as people,
              count(*) filter (where side = 'upper') as upper, count(*) filter (where side = 'lower') as lower
            from (select version_id, case when kind not in ('essay', 'file') then response end as response, share, side
                  from answer where kind not in ('essay', 'file') or response is null) given
            group by version_id, response) given) as answers,
     (select coalesce(json_agg(json_build_object('versionId', version_id, 'cut', cut, 'name', name, 'people', people,
        'difficulty', difficulty, 'rest', rest)), '[]')
      from (select version_id, cut, name, count(*) as people, avg(share) as difficulty, avg(rest) as rest
            from answer group by version_id, cut, name) place) as places
   from counted`,
);
