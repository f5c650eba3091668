import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Not } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { MailService } from '../notify/mail.service.ts';
import type { Actor, Visit } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Tally } from '../platform/limits.ts';
import { Refusal } from '../platform/refusal.ts';
import type { NewPasswordBody, PasswordBody, RecoveryBody } from './identity.schema.ts';
import { weaknessOf } from './password.policy.ts';
import { Person, PersonPassword, Session } from './person.entity.ts';
import { runOf } from './read-run.ts';
import { RecoveryService } from './recovery.service.ts';
import { hashOf } from './token.ts';

const linkLasts = 60 * 60_000;

@Injectable()
export class PasswordService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly mail: MailService,
    private readonly links: RecoveryService,
    private readonly tally: Tally,
  ) {}

  /** Changes it for whoever knows the current one, and ends every other session. */
  async change(actor: Actor, { current, next }: PasswordBody): Promise<void> {
    await this.tally.allow(`password ${actor.id}`, 10, 600);
    const stored = await this.db.of(PersonPassword).findOneBy({ personId: actor.id });
    if (!stored || !(await verify(stored.hash, current)))
      throw new Refusal('wrong_password', { errors: [{ path: 'current', code: 'wrong_password' }] });
    const person = await this.db.of(Person).findOneByOrFail({ id: actor.id });
    refuseWeak(next, person, 'next');
    const safe = await hash(next);
    await this.db.transaction(async () => {
      await this.set(actor.id, safe, actor.id);
      await this.db.of(Session).delete({ personId: actor.id, id: Not(actor.sessionId) });
    });
  }

  /** Answers the same whether or not somebody has this RUN and an address. */
  async askRecovery({ ip }: Visit, body: RecoveryBody): Promise<void> {
    const run = runOf(body.run);
    await this.tally.allow(`recovery ${ip}`, 30, 3600);
    const person = await this.db.of(Person).findOneBy({ run });
    if (!person?.email || !(await this.mayMail(run))) return;
    const { id, email, givenNames } = person;
    await this.db.transaction(async () => {
      const link = await this.links.link(id, linkLasts);
      await this.mail.send({ address: email, ...letter(givenNames, link) });
    });
  }

  /** Sets a new password with a link's token, once, and ends every session. */
  async recover({ ip }: Visit, { token, password }: NewPasswordBody): Promise<void> {
    await this.tally.allow(`recover ${ip}`, 30, 3600);
    const tokenHash = hashOf(token);
    const { rows } = await this.db.run(
      `select person.* from recovery join person on person.id = person_id
       where token_hash = $1 and used_at is null and expires_at > $2`,
      [tokenHash, now()],
    );
    const [person] = rows as { id: string; run: number; given_names: string; family_names: string }[];
    if (!person) throw new Refusal('link_expired');
    const { id, run, given_names: givenNames, family_names: familyNames } = person;
    refuseWeak(password, { run, givenNames, familyNames }, 'password');
    const safe = await hash(password);
    await this.db.transaction(async () => {
      const { count } = await this.db.run(
        'update recovery set used_at = $2 where token_hash = $1 and used_at is null',
        [tokenHash, now()],
      );
      if (!count) throw new Refusal('link_expired');
      await this.set(id, safe, id);
      await this.db.of(Session).delete({ personId: id });
    });
  }

  /** Writes the hash of a password; for whoever may. */
  async set(personId: string, safe: string, actorId: string | null): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.run(
        `insert into person_password (person_id, hash, changed_at) values ($1, $2, $3)
         on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`,
        [personId, safe, now()],
      );
      await this.audit.record({ actorId, action: 'password.set', subjectKind: 'person', subjectId: personId });
    });
  }

  private mayMail(run: number): Promise<boolean> {
    return this.tally.allow(`recovery of ${run}`, 3, 3600).then(
      () => true,
      () => false, // silence: the answer must not tell who is here
    );
  }
}

function refuseWeak(password: string, person: Parameters<typeof weaknessOf>[1], path: string): void {
  const code = weaknessOf(password, person);
  if (code) throw new Refusal('weak_password', { errors: [{ path, code }] });
}

const letter = (name: string, link: string) => ({
  subject: 'Crea una nueva contraseña para Aula Convergencia',
  body: [
    `Hola, ${name}:`,
    'Alguien pidió cambiar la contraseña de tu cuenta. Si fuiste tú, abre esta dirección antes de una hora:',
    link,
    'Si no fuiste tú, no hagas nada. Tu contraseña sigue igual.',
  ].join('\n\n'),
});
