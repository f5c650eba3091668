/** The door: everything that others may ask of this slice. */
export { canonical } from './canonical.ts';
export { limits } from './limits.ts';
export { readQuestions } from './read-questions.ts';
export { writeQuestions } from './write-questions.ts';
