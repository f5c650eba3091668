import type { Schemas } from '../api/client.ts';
import { day, hour } from '../ui/format.ts';
import { words } from './words.ts';

const { rules: says } = words;

export type StaffEvaluation = Schemas['StaffEvaluation'];
type Rules = StaffEvaluation['rules'];
type When = (instant: string) => string;

/** The rules that result, one sentence each. */
export function sentencesOf({ rules, setting, edition: { timeZone } }: StaffEvaluation): string[] {
  const when: When = (instant) => `${day(instant, timeZone, { year: true })}, ${hour(instant, timeZone)}`;
  return [
    says.window(when(rules.opensAt), when(rules.closesAt)),
    ...timesOf(rules),
    ...looksOf(rules),
    says.demand(rules.demand, rules.minGrade),
    says.roundings[rules.rounding],
    says.scales[rules.scale],
    ...releasesOf(rules, setting, when),
  ].filter((sentence) => sentence !== null);
}

const timesOf = ({ minutes, attempts, keep, waitMinutes, needsPassword }: Rules) => [
  minutes === null ? says.noLimit : says.minutes(minutes),
  says.attempts(attempts, says.keeps[keep]),
  attempts > 1 && waitMinutes > 0 ? says.wait(waitMinutes) : null,
  needsPassword ? says.password : null,
];

const looksOf = ({ perPage, sequential, shuffleQuestions, shuffleOptions }: Rules) => [
  says.pages[sequential ? 'one' : perPage] + says.sequential(sequential),
  says.shuffles[shuffledBy(shuffleQuestions, shuffleOptions)],
];

function shuffledBy(questions: boolean, options: boolean) {
  if (questions) return options ? 'both' : 'questions';
  return options ? 'options' : 'none';
}

function releasesOf(rules: Rules, setting: StaffEvaluation['setting'], when: When) {
  const of = { score: rules.releaseScore, answers: rules.releaseAnswers, feedback: rules.releaseFeedback };
  const dates = {
    ...{ score: setting.releaseScoreAt, answers: setting.releaseAnswersAt, feedback: setting.releaseFeedbackAt },
  };
  return (['score', 'answers', 'feedback'] as const).map((part) =>
    says.release(says.parts[part], released(of[part], dates[part], when)),
  );
}

const released = (rule: Rules['releaseScore'], date: string | null, when: When) =>
  rule === 'date' ? says.releases.date(date ? when(date) : '') : says.releases[rule];
