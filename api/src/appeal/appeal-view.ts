import { now } from '../platform/clock.ts';
import { isOverdue, maySecond } from './appeal.policy.ts';
import type { AppealRow } from './appeal.sql.ts';

/** An appeal as it is shown, with what its moment makes of it. */
export const appealView = (row: AppealRow) => ({
  ...row,
  overdue: isOverdue(row, now()),
  maySecond: maySecond(row, now()),
});
