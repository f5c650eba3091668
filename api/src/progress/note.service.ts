import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';

const write = `
  insert into personal_note (id, enrolment_id, unit_key, body, created_at, changed_at)
  select $1, enrolment.id, unit_key, $5, $6, $6
  from enrolment join edition on edition.id = edition_id join version_unit on version_id = course_version_id
  where enrolment.id = $2 and person_id = $4 and unit_key = $3
  on conflict (id) do update set body = excluded.body, changed_at = excluded.changed_at
    where personal_note.enrolment_id = excluded.enrolment_id
  returning id, body, changed_at as "changedAt"`;

const erase = `
  delete from personal_note using enrolment
  where personal_note.id = $1 and enrolment.id = $2 and enrolment.id = enrolment_id and person_id = $3`;

/** Notes are the learner's alone. */
@Injectable()
export class NoteService {
  constructor(private readonly db: Database) {}

  async write(actor: Actor, note: { id: string; enrolmentId: string; unit: string }, body: string) {
    const { rows } = await this.db.run(write, [note.id, note.enrolmentId, note.unit, actor.id, body, now()]);
    if (!rows[0]) throw new Refusal('not_found');
    return rows[0];
  }

  async erase(actor: Actor, enrolmentId: string, id: string): Promise<void> {
    const { count } = await this.db.run(erase, [id, enrolmentId, actor.id]);
    if (!count) throw new Refusal('not_found');
  }
}
