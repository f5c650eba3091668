/** What somebody gave for a criterion, in thousandths of a point; `level` counts from 0 where the rubric has levels. */
export type Given = { id: string; points: number | null; level: number | null; comment: string };

/** A mark as places and differences see it. `grade` in tenths; null for an answer, which has points alone. */
export type Marking = {
  place: number;
  markerId: string;
  state: 'draft' | 'given';
  points: number | null;
  grade: number | null;
};

type Criterion = { id: string; maxPoints: number; levels: readonly { points: number }[] | null };

/** Whether what was given is something that the criterion knows: a level's points, or any up to its maximum. */
function fits({ maxPoints, levels }: Criterion, { points, level }: Given): boolean {
  if (points === null) return level === null;
  if (levels && level !== null) return levels[level]?.points === points;
  return level === null && points >= 0 && points <= maxPoints;
}

/** Whether a draft speaks of the rubric's criteria alone, each once, and gives each what it can have. */
export function isSound(rubric: { criteria: readonly Criterion[] }, given: readonly Given[]): boolean {
  const ids = new Set(given.map(({ id }) => id));
  if (ids.size !== given.length) return false;
  return given.every((each) => {
    const criterion = rubric.criteria.find(({ id }) => id === each.id);
    return criterion !== undefined && fits(criterion, each);
  });
}

/** The points given so far, and whether each criterion has its own. */
export function sumOf(rubric: { criteria: readonly Criterion[] }, given: readonly Given[]) {
  const pointsOf = (id: string) => given.find((each) => each.id === id)?.points ?? null;
  const all = rubric.criteria.map(({ id }) => pointsOf(id));
  return {
    points: all.reduce<number>((sum, points) => sum + (points ?? 0), 0),
    complete: all.every((points) => points !== null),
  };
}

/** What late work loses, in tenths of a nota: never below the scale's minimum. */
export const lessPenalty = (grade: number, penalty: number, min: number): number => Math.max(min, grade - penalty);

/** How far apart two marks are: by their notas, or, of answers, by points in tenths of the whole scale. */
export function distance(a: Marking, b: Marking, maxPoints: number): number {
  if (a.grade !== null && b.grade !== null) return Math.abs(a.grade - b.grade);
  return Math.round((Math.abs((a.points ?? 0) - (b.points ?? 0)) * 60) / maxPoints);
}

export type Outcome = 'waiting' | 'agreed' | 'disputed' | 'settled';

/**
 * Where two independent marks have come to: both there and at most `threshold` tenths apart, they agree; further apart,
 * a third decides.
 */
export function outcomeOf(marks: readonly Marking[], threshold: number, maxPoints: number): Outcome {
  const at = (place: number) => marks.find((mark) => mark.place === place && mark.state === 'given');
  const [first, second] = [at(1), at(2)];
  if (!first || !second) return 'waiting';
  if (distance(first, second, maxPoints) <= threshold) return 'agreed';
  return at(3) ? 'settled' : 'disputed';
}

/** The middle of two marks, criterion by criterion; halves of a thousandth go up. Both comments stay. */
export function middleOf(first: readonly Given[], second: readonly Given[]): Given[] {
  return first.map((one): Given => {
    const other = second.find(({ id }) => id === one.id) ?? one;
    const points = Math.floor(((one.points ?? 0) + (other.points ?? 0) + 1) / 2);
    const level = one.level === other.level && one.points === other.points ? one.level : null;
    const comments = new Set([one.comment, other.comment].filter(Boolean));
    return { id: one.id, points, level, comment: [...comments].join('\n\n') };
  });
}
