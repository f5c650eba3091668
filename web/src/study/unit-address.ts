/** Where a lesson is read, or an evaluation taken. */
export const addressOfUnit = (
  enrolment: string,
  { key, kind }: { key: string; kind: 'lesson' | 'evaluation' },
): string => `/estudio/${enrolment}/${kind === 'lesson' ? 'lecciones' : 'evaluaciones'}/${key}`;
