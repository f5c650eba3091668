import { GradeScheme } from '../../api/src/grade/scheme.entity.ts';
import { defaultRules } from '../../api/src/content/grade-rules.policy.ts';
import type { GradeRules } from '../../api/src/content/grade-rules.schema.ts';
import { Ledger } from '../../api/src/ledger/ledger.service.ts';
import { app, as, db, type Visitor } from './app.ts';
import { aCourse, anEdition, anEnrolment } from './make-course.ts';
import { aGovernment, aLearner, staff } from './make.ts';

const two = [
  { key: 'control', title: 'Control', weight: 40 },
  { key: 'final', title: 'Final', weight: 60 },
];

/** A course of two evaluations with people of two regions, and whoever looks after it. */
export async function aBook({ dates = {}, evaluations = two }: { dates?: object; evaluations?: typeof two } = {}) {
  const course = await aCourse({ evaluations, lessons: 0 });
  const edition = await anEdition({ courseVersionId: course.versionId, ...dates });
  const [aysen, nuble] = [await aGovernment('11', 'Aysén'), await aGovernment('16', 'Ñuble')];
  const people = [];
  for (const [familyNames, institutionId] of [
    ['Álvarez', aysen.id],
    ['Navarro', nuble.id],
    ['Ñancupil', aysen.id],
  ] as const) {
    const person = await aLearner({ familyNames, institutionId });
    people.push({ ...person, enrolmentId: (await anEnrolment(person, edition)).id });
  }
  const [first, second, third] = people as [(typeof people)[number], (typeof people)[number], (typeof people)[number]];
  const tutor = await staff({ role: 'tutor', editionId: edition.id });
  return {
    course,
    edition,
    people: [first, second, third] as const,
    tutor,
    url: `/api/editions/${edition.id}/gradebook`,
  };
}
export type ABook = Awaited<ReturnType<typeof aBook>>;

/** Publishes a nota, in tenths, as an evaluation would. */
export const publish = (enrolmentId: string, unit: string, tenths: number) =>
  app.get(Ledger).compute({ enrolmentId, unit }, tenths, { cause: 'evaluation', actorId: null });

/** The rules of this edition: its weights, but for what is said. */
export async function setRules(
  { edition, tutor }: ABook,
  of: Partial<GradeRules>,
  evaluations = two,
): Promise<GradeRules> {
  const rules = {
    ...defaultRules(evaluations.map(({ key: unit, title, weight }) => ({ unit, title, weight }))),
    ...of,
  };
  await db.of(GradeScheme).delete({ editionId: edition.id });
  await db.of(GradeScheme).insert({ editionId: edition.id, rules, n: 1, changedBy: tutor.id, changedAt: new Date() });
  return rules;
}

const why = { reason: 'review', explanation: 'El criterio 3 omitió la fuente del anexo.' } as const;
export const cellOf = (enrolmentId: string, unit = 'control') => `/api/gradebook/${enrolmentId}/${unit}`;

/** What the last change of a nota is, as the page that edits it has seen. */
export async function seenBy(me: Visitor, enrolmentId: string, unit = 'control'): Promise<string | null> {
  const { body } = await as(me).get(cellOf(enrolmentId, unit)).expect(200);
  return body.seen as string | null;
}

/** Changes a nota by hand. */
export const change = (
  me: Visitor,
  enrolmentId: string,
  of: { grade: number; seen: string | null },
  unit = 'control',
) =>
  as(me)
    .put(cellOf(enrolmentId, unit))
    .send({ ...why, ...of });
export const takeBack = (me: Visitor, enrolmentId: string, seen: string | null, unit = 'control') =>
  as(me)
    .delete(cellOf(enrolmentId, unit))
    .send({ ...why, seen });
