import { Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import type { FastifyReply } from 'fastify';
import { AuditService } from '../audit/audit.service.ts';
import { type Actor, type Doorman, type Visit } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { config, isDemo } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Tally } from '../platform/limits.ts';
import { Refusal } from '../platform/refusal.ts';
import { secondsToWait } from './backoff.policy.ts';
import type { SignInBody } from './identity.schema.ts';
import { findActor, findFailures, findPerson } from './identity.sql.ts';
import { Person, PersonPassword, Session, SignIn } from './person.entity.ts';
import { formatRun } from './run.policy.ts';
import { runOf } from './read-run.ts';
import { permissionsOf } from './scope.policy.ts';
import { hashOf, newToken } from './token.ts';

const minute = 60_000;
const idle = 12 * 60 * minute;
const oldest = 30 * 24 * 60 * minute;
const seenEvery = 5 * minute;
const memory = 15 * minute;
const triesByAddress = 300;
/** A hash of nothing that anyone knows: whoever tries a RUN that is not here waits as long as for one that is. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$a98JdjCX0AQWeNoK9Wp7qQ$jM41NU2SHazyfNyV0BTRNNDhE/ysjOWrnb4145zGAnc';

const ago = (span: number) => new Date(now().getTime() - span);
const isProduction = () => config().NODE_ENV === 'production';
/** In production ClaveÚnica is the way in; a password only where the operator says so. */
const byPassword = () => !isProduction() || config().PASSWORD_LOGIN;
const cookieName = () => (isProduction() ? '__Host-aula' : 'aula');
const cookie = (value: string, seconds: number) =>
  `${cookieName()}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isProduction() ? '; Secure' : ''}`;

/** Opaque tokens in a cookie, their hashes here: revocable, and nothing that a script can read. */
@Injectable()
export class SessionService implements Doorman {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly tally: Tally,
  ) {}

  async actorOf(visit: Visit): Promise<Actor | undefined> {
    const token = tokenOf(visit);
    return token ? this.actorBy(token) : undefined;
  }

  private async actorBy(token: string): Promise<Actor | undefined> {
    const [found] = await this.db.read(findActor, hashOf(token), ago(idle), ago(oldest));
    if (!found) return undefined;
    if (found.lastSeenAt < ago(seenEvery))
      await this.db.of(Session).update({ id: found.sessionId }, { lastSeenAt: now() });
    const { id, sessionId, grants } = found;
    return { id, sessionId, grants, permissions: permissionsOf(grants) };
  }

  /** Who is signed in, and how one may. */
  async view(actor: Actor | undefined) {
    const [found] = actor ? await this.db.read(findPerson, actor.id) : [];
    const roles = [...new Set(actor?.grants.map(({ role }) => role))];
    return {
      person: found ? { ...found, run: formatRun(found.run), roles } : null,
      ways: { password: byPassword(), claveUnica: false },
      demo: isDemo(config()),
    };
  }

  async signIn(visit: Visit, reply: FastifyReply, body: SignInBody) {
    if (!byPassword()) throw new Refusal('forbidden');
    const run = runOf(body.run);
    await this.slowDown(run, visit.ip);
    const { person, right } = await this.check(run, body.password);
    await this.db
      .of(SignIn)
      .insert({ id: newId(), at: now(), personId: person?.id ?? null, run, address: visit.ip, succeeded: right });
    if (!person || !right) throw new Refusal('wrong_credentials');
    return this.view(await this.actorBy(await this.open(person.id, visit, reply)));
  }

  async signOut(actor: Actor, reply: FastifyReply): Promise<void> {
    await this.db.of(Session).delete({ id: actor.sessionId });
    reply.header('set-cookie', cookie('', 0)).header('clear-site-data', '"cache"');
  }

  async list(actor: Actor) {
    const open = await this.db.of(Session).find({ where: { personId: actor.id }, order: { lastSeenAt: 'DESC' } });
    const alive = open.filter(({ lastSeenAt, createdAt }) => lastSeenAt > ago(idle) && createdAt > ago(oldest));
    return {
      items: alive.map(({ id, createdAt, lastSeenAt, userAgent }) => ({
        ...{ id, createdAt, lastSeenAt },
        device: userAgent,
        current: id === actor.sessionId,
      })),
    };
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const { affected } = await this.db.of(Session).delete({ id, personId: actor.id });
      if (!affected) throw new Refusal('not_found');
      await this.audit.record({ actorId: actor.id, action: 'session.revoke', subjectKind: 'session', subjectId: id });
    });
  }

  private async open(personId: string, visit: Visit, reply: FastifyReply): Promise<string> {
    const token = newToken();
    await this.db.of(Session).insert({
      ...{ id: newId(), tokenHash: hashOf(token), personId, createdAt: now(), lastSeenAt: now() },
      userAgent: (visit.headers['user-agent'] ?? '').slice(0, 300),
    });
    reply.header('set-cookie', cookie(token, oldest / 1000));
    return token;
  }

  private async slowDown(run: number, address: string): Promise<void> {
    await this.tally.allow(`sign-in ${address}`, triesByAddress, 600);
    const [failures] = await this.db.read(findFailures, run, address, ago(memory));
    const seconds = failures ? secondsToWait(failures.count, failures.last, now()) : 0;
    if (seconds > 0) throw new Refusal('too_many', { retryAfter: seconds });
  }

  /** Takes as long for a RUN that nobody has as for a wrong password. */
  private async check(run: number, password: string) {
    const person = await this.db.of(Person).findOneBy({ run });
    const stored = person && (await this.db.of(PersonPassword).findOneBy({ personId: person.id }));
    const right = await verify(stored?.hash ?? nobody, password).catch(() => false);
    return { person, right: right && Boolean(stored) };
  }
}

function tokenOf({ headers }: Visit): string | undefined {
  const pattern = new RegExp(`(?:^|;\\s*)${cookieName()}=([\\w-]{43})(?:;|$)`);
  return pattern.exec(headers.cookie ?? '')?.[1];
}
