import type { z } from 'zod';
import { hintsOf, type ItemFacts, verdictOf, worthOf } from './advice.policy.ts';
import type { analyse, ItemRow } from './analysis.sql.ts';
import { type Answer, tally } from './marks.policy.ts';
import { visible } from './region.policy.ts';
import { alphaOf, correlation, errorOf } from './statistics.policy.ts';

type Facts = z.infer<typeof analyse.rows>[number];
type Place = Facts['places'][number];

const median = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Reliability, error and worth of an evaluation. */
export function measuresOf({ items, people, variance, maxPoints }: Facts) {
  const alpha = alphaOf(items, people, variance ?? 0);
  const points = alpha === null || variance === null ? null : errorOf(variance, alpha);
  return {
    alpha,
    kr20: items.length > 0 && items.every(({ dichotomous, points }) => dichotomous && points === items[0]!.points),
    error: points === null || !maxPoints ? null : { points, share: points / maxPoints },
    exact: items.every((item) => item.people === people),
    worth: worthOf(alpha, people),
  };
}

const none = { people: 0, upper: 0, lower: 0 };

function factsOf(item: ItemRow, answers: readonly Answer[], places: readonly Place[]) {
  const blank = answers.find(({ response }) => response === null) ?? none;
  const options = tally(item.body, item.answerKey, answers);
  const regions = visible(places);
  const facts: ItemFacts = {
    ...{ ...item, kind: item.body.kind, options, blank: blank.people, discrimination: correlation(item) },
    regions: regions.map(({ name, ...region }) => ({ ...region, name: name ?? '' })),
  };
  return { item, blank, options, regions, facts };
}

/** The questions with their figures, state and advice, numbered in the order of the pool. */
export function questionsOf({ items, answers, places }: Facts) {
  const [byAnswer, byPlace] = [group(answers), group(places)];
  const all = items.map((item) => factsOf(item, byAnswer.get(item.versionId) ?? [], byPlace.get(item.versionId) ?? []));
  const best = Math.max(...all.map(({ facts }) => facts.discrimination ?? -1));
  const usual = median(items.flatMap(({ seconds }) => seconds ?? []));
  return all.map(({ item, blank, options, regions, facts }, i) => ({
    ...item,
    ...verdictOf(facts, best),
    ...{ number: i + 1, kind: item.body.kind, prompt: item.body.prompt, options, blank, regions },
    ...{ discrimination: facts.discrimination, hints: hintsOf(facts, usual) },
  }));
}

function group<T extends { versionId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.versionId, [...(groups.get(row.versionId) ?? []), row]);
  return groups;
}
