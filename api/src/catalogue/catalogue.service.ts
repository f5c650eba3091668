import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { CatalogueQuery } from './catalogue.schema.ts';
import { findCourse, findOffer, findOfferTopics, findProgramme } from './catalogue.sql.ts';
import { stateOf } from './edition.policy.ts';

type Reader = Pick<Actor, 'id'> | undefined;
type CourseRow = (typeof findCourse)['rows']['_output'][number];
type Rule = NonNullable<CourseRow['final']>;

/** Least and most minutes: up to 20 hours, up to 60, more. */
const minutesOf = { short: [0, 1200], medium: [1201, 3600], long: [3601, null] } as const;

@Injectable()
export class CatalogueService {
  constructor(private readonly db: Database) {}

  /** Programmes and courses, what can be taken before what is announced; seats are those that `reader` may take. */
  async list(reader: Reader, { kind, topic, hours, open }: CatalogueQuery) {
    const [least, most] = hours ? minutesOf[hours] : [null, null];
    const filters = [kind ?? null, topic ?? null, least, most, open === '1'];
    const [items, topics] = await Promise.all([
      this.db.read(findOffer, reader?.id ?? null, now(), ...filters),
      this.db.read(findOfferTopics),
    ]);
    return { items, topics };
  }

  async course(reader: Reader, slug: string) {
    const [found] = await this.db.read(findCourse, reader?.id ?? null, slug);
    if (!found) throw new Refusal('not_found');
    const { modules, final, task: last, editions, ...course } = found;
    return {
      ...course,
      modules,
      evaluations: [
        ...modules.flatMap(({ title, units }) => units.flatMap(({ rule }) => (rule ? [ruleOf(rule, title)] : []))),
        ...(final ? [ruleOf(final, null)] : []),
      ],
      tasks: [
        ...modules.flatMap(({ title, units }) =>
          units.flatMap(({ task }) => (task ? [{ ...task, moduleTitle: title }] : [])),
        ),
        ...(last ? [{ ...last, moduleTitle: null }] : []),
      ],
      editions: course.status === 'available' ? withStates(editions) : [],
    };
  }

  async programme(reader: Reader, slug: string) {
    const [found] = await this.db.read(findProgramme, reader?.id ?? null, slug);
    if (!found) throw new Refusal('not_found');
    const minutes = found.courses.reduce((sum, course) => sum + course.minutes, 0);
    return { ...found, minutes, editions: withStates(found.editions) };
  }
}

const ruleOf = ({ draw, timeLimit, ...rule }: Rule, moduleTitle: string | null) => ({
  ...{ ...rule, moduleTitle, questions: draw, minutes: timeLimit },
});

const withStates = <T extends Parameters<typeof stateOf>[0]>(editions: T[]) =>
  editions.map((edition) => ({ ...edition, state: stateOf(edition, now()) }));
