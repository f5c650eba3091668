import type { Layers } from './rules.schema.ts';
import { type Scale, scaleOf } from './nota.policy.ts';

type Version = Layers['version'];
type Release = Version['releaseScore'];
export type Part = 'score' | 'answers' | 'feedback';

/** The rules that hold for one person: what the version says, unless the edition says otherwise, and their extensions. */
export type Rules = Version & {
  opensAt: Date;
  closesAt: Date;
  /** When it closes for everyone, whatever anybody was given: what shows the answers waits for this. */
  closesForAllAt: Date;
  needsPassword: boolean;
  /** On which dates the parts that wait for one are released, and since when those by hand are. */
  dates: Record<Part, Date | null>;
  releasedAt: Date | null;
};

const latest = (...dates: (Date | null | undefined)[]) =>
  new Date(Math.max(...dates.flatMap((date) => (date ? [date.getTime()] : []))));
const earliest = (a: Date, b: Date) => (a < b ? a : b);

/** The window of the edition's evaluation: never before the edition starts, nor after it ends. */
function windowOf({ startsAt, endsAt, setting }: Layers) {
  return { opensAt: latest(startsAt, setting.opensAt), closesAt: earliest(setting.closesAt ?? endsAt, endsAt) };
}

/** Version ← edition ← extensions. Of several extensions (one's own and the cohort's), the most generous part of each. */
export function rulesOf(layers: Layers): Rules {
  const { version, setting, extensions, lastClosing } = layers;
  const { opensAt, closesAt } = windowOf(layers);
  const rules: Version = { ...version, ...(setting as Partial<Version>) }; // what is not said is not there
  const most = (part: 'extraMinutes' | 'extraAttempts') => Math.max(0, ...extensions.map((given) => given[part]));
  return {
    ...rules,
    minutes: rules.minutes ? rules.minutes + most('extraMinutes') : null,
    attempts: rules.attempts + most('extraAttempts'),
    opensAt,
    closesAt: latest(closesAt, ...extensions.map((given) => given.closesAt)),
    closesForAllAt: latest(closesAt, lastClosing),
    needsPassword: setting.hasPassword ?? false,
    dates: {
      score: setting.releaseScoreAt ?? null,
      answers: setting.releaseAnswersAt ?? null,
      feedback: setting.releaseFeedbackAt ?? null,
    },
    releasedAt: setting.releasedAt ?? null,
  };
}

export const scaleBy = ({ demand, minGrade, rounding }: Pick<Rules, 'demand' | 'minGrade' | 'rounding'>): Scale =>
  scaleOf(demand, minGrade, rounding);

/** The rule by which a part is released. */
export const ruleOf = (rules: Rules, part: Part): Release =>
  ({ score: rules.releaseScore, answers: rules.releaseAnswers, feedback: rules.releaseFeedback })[part];

/**
 * When a part of what an attempt gave may be seen, be it in the future; null: not known yet, as nothing is submitted, or
 * somebody has to say so.
 * The score when it closes for oneself; answers and feedback when nobody can answer any more.
 */
export function releaseAt(rules: Rules, part: Part, submittedAt: Date | null): Date | null {
  switch (ruleOf(rules, part)) {
    case 'submission':
      return submittedAt;
    case 'closing':
      return part === 'score' ? rules.closesAt : rules.closesForAllAt;
    case 'date':
      return rules.dates[part];
    case 'hand':
      return rules.releasedAt;
  }
}

/** Whether it may be seen now. */
export function isReleased(rules: Rules, part: Part, submittedAt: Date, now: Date): boolean {
  const at = releaseAt(rules, part, submittedAt);
  return at !== null && at <= now;
}

/**
 * A piece of a statement that has `edition`, `evaluation`, `enrolment` and (`settingJoin`) `setting`: all that `rulesOf`
 * needs, in the shape of `Layers`.
 */
export const layers = `
  json_build_object(
    'startsAt', edition.starts_at, 'endsAt', edition.ends_at,
    'version', json_build_object(
      'minutes', evaluation.minutes, 'attempts', evaluation.attempts, 'waitMinutes', evaluation.wait_minutes,
      'keep', evaluation.keep, 'demand', evaluation.demand, 'scale', evaluation.scale, 'minGrade', evaluation.min_grade,
      'rounding', evaluation.rounding, 'sequential', evaluation.sequential, 'perPage', evaluation.per_page,
      'shuffleQuestions', evaluation.shuffle_questions, 'shuffleOptions', evaluation.shuffle_options,
      'releaseScore', evaluation.release_score, 'releaseAnswers', evaluation.release_answers,
      'releaseFeedback', evaluation.release_feedback),
    'setting', json_build_object(
      'opensAt', setting.opens_at, 'closesAt', setting.closes_at, 'minutes', setting.minutes,
      'attempts', setting.attempts, 'waitMinutes', setting.wait_minutes, 'hasPassword', setting.password_hash is not null,
      'demand', setting.demand, 'scale', setting.scale, 'minGrade', setting.min_grade, 'rounding', setting.rounding,
      'sequential', setting.sequential, 'perPage', setting.per_page, 'shuffleQuestions', setting.shuffle_questions,
      'shuffleOptions', setting.shuffle_options, 'releaseScore', setting.release_score,
      'releaseScoreAt', setting.release_score_at, 'releaseAnswers', setting.release_answers,
      'releaseAnswersAt', setting.release_answers_at, 'releaseFeedback', setting.release_feedback,
      'releaseFeedbackAt', setting.release_feedback_at, 'releasedAt', setting.released_at),
    'extensions', (
      select coalesce(json_agg(json_build_object(
        'extraMinutes', extra_minutes, 'closesAt', extension.closes_at, 'extraAttempts', extra_attempts)), '[]')
      from extension
      where extension.edition_id = edition.id and extension.unit_key = evaluation.unit_key and withdrawn_at is null
        and (extension.enrolment_id = enrolment.id or extension.cohort_id = enrolment.cohort_id)),
    'lastClosing', (
      select max(extension.closes_at) from extension
      where extension.edition_id = edition.id and extension.unit_key = evaluation.unit_key and withdrawn_at is null))`;

export const settingJoin = `
  left join evaluation_setting setting
    on setting.edition_id = edition.id and setting.unit_key = evaluation.unit_key`;
