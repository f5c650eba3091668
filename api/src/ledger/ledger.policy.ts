/** A published nota in tenths: what counts, what was computed, and whether somebody's decision stands above it. */
export type Standing = { grade: number; computed: number | null; overridden: boolean };

/** What a computation leaves: a decision stands, and the new result waits beneath it. */
export const computed = (before: Standing | null, grade: number): Standing =>
  before?.overridden ? { ...before, computed: grade } : { grade, computed: grade, overridden: false };

/** What somebody's decision leaves. */
export const overridden = (before: Standing | null, grade: number): Standing => ({
  ...{ grade, computed: before?.computed ?? null, overridden: true },
});

/** What is left when nothing is computed any more, as of annulled attempts: a decision, or none. */
export const withdrawn = (before: Standing | null): Standing | null =>
  before?.overridden ? { ...before, computed: null } : null;

/** What is left when a decision is taken back: the computed nota, or none. */
export const lifted = (before: Standing | null): Standing | null =>
  before?.computed == null ? null : { grade: before.computed, computed: before.computed, overridden: false };

/** Whether what counts, or who says so, is not as it was. */
export const isNews = (before: Standing | null, after: Standing | null): boolean =>
  before?.grade !== after?.grade || before?.overridden !== after?.overridden;
