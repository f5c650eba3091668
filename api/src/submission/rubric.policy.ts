import type { Rubric, RubricCriterion, RubricMarks } from './rubric.schema.ts';

/** All that a rubric can give, in thousandths. */
export const maxOf = ({ criteria }: Rubric): number => criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);

/** Whether the points are those of a level or, without levels, some that the criterion can give. */
export const fitsCriterion = ({ levels, maxPoints }: RubricCriterion, points: number): boolean =>
  levels ? levels.some((level) => level.points === points) : points >= 0 && points <= maxPoints;

/** Whether the marks speak only of this rubric and each of them fits its criterion. Some may be missing. */
export const fitsRubric = ({ criteria }: Rubric, marks: RubricMarks): boolean =>
  Object.entries(marks).every(([id, points]) => {
    const criterion = criteria.find((one) => one.id === id);
    return criterion !== undefined && fitsCriterion(criterion, points);
  });

/** Whether each criterion has its mark. */
export const isWhole = ({ criteria }: Rubric, marks: RubricMarks): boolean =>
  criteria.every(({ id }) => marks[id] !== undefined);

/** The sum of the marks, in thousandths; a criterion without mark gives nothing. */
export const sumOf = ({ criteria }: Rubric, marks: RubricMarks): number =>
  criteria.reduce((sum, { id }) => sum + (marks[id] ?? 0), 0);
