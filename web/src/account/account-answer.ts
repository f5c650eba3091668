import type { Refused } from '../api/client.ts';

/** What was asked of the account, and why it was not done, if so. */
export type AccountAnswer = { about: 'password' | 'session'; refused: Refused | null };
