import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import type { Grant } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { Institution } from '../territory/territory.entity.ts';
import { Person, RoleGrant } from './person.entity.ts';

export type NewPerson = {
  run: number;
  givenNames: string;
  familyNames: string;
  email: string | null;
  /** The key of an institution: `gore-11`. */
  institution: string | null;
  comunaCut: string | null;
  isDemo: boolean;
  grants: Grant[];
};

@Injectable()
export class PersonService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  /** Adds someone with their roles. */
  add({ institution, grants, ...given }: NewPerson, actorId: string | null): Promise<Person> {
    return this.db.transaction(async () => {
      const institutionId = institution && (await this.institution(institution));
      const person: Person = { id: newId(), ...given, institutionId, createdAt: now() };
      await refuseOn('person_run_key', 'person_exists', this.db.of(Person).insert(person));
      for (const grant of grants) await this.grant(person.id, grant);
      await this.audit.record({
        ...{ actorId, action: 'person.add', subjectKind: 'person', subjectId: person.id },
        detail: { grants, institution },
      });
      return person;
    });
  }

  private async grant(personId: string, { role, regionCut, editionId }: Grant): Promise<void> {
    await this.db
      .of(RoleGrant)
      .insert({ id: newId(), personId, role, regionCut, editionId, validFrom: now(), validTo: null });
  }

  private async institution(key: string): Promise<string> {
    const found = await this.db.of(Institution).findOneBy({ key });
    if (!found) throw new Refusal('not_found', { errors: [{ path: 'institution', code: 'not_found' }] });
    return found.id;
  }
}
