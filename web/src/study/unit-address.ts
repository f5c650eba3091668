const places = { lesson: 'lecciones', evaluation: 'evaluaciones', task: 'tareas' };

/** Where a lesson is read, an evaluation taken, or a task handed in. */
export const addressOfUnit = (enrolment: string, { key, kind }: { key: string; kind: keyof typeof places }): string =>
  `/estudio/${enrolment}/${places[kind]}/${key}`;
