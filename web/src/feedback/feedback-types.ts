import type { Schemas } from '../api/client.ts';

export type Feedback = Schemas['SubmissionFeedback'];
export type Publication = Feedback['publications'][number];
export type TaskGrade = Schemas['TaskGrade'];
