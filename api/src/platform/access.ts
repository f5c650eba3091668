import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Buckets } from './limits.ts';
import { Refusal } from './refusal.ts';

/** What may be asked of the API. `self` is everyone's right over what is their own; the rest comes with a role. */
export const permissions = [
  'self',
  'edition:read',
  'edition:manage',
  'person:manage',
  'content:publish',
  /** The question bank. */
  'bank:read',
  'bank:write',
  /** The rules, dates and extensions of evaluations and tasks in an edition. */
  'evaluation:manage',
  /** Reads the marking room: what waits there, and what was published. */
  'marking:read',
  /** Marks submissions and answers. */
  'submission:mark',
  /** Shares submissions out among tutors. */
  'marking:share',
  /** Sets the rules of marking, takes samples, settles. */
  'marking:manage',
  'grade:read',
  /** Changes notas by hand, imports them, mends and regrades. */
  'grade:write',
  /** Answers requests to mark again: the tutor's, and the second instance. */
  'appeal:answer',
  'appeal:settle',
] as const;
export type Permission = (typeof permissions)[number];

/** One role held now, over a region, an edition, or (both null) everywhere. */
export type Grant = {
  role: 'author' | 'tutor' | 'coordinator' | 'admin';
  regionCut: string | null;
  editionId: string | null;
};

/** Whoever is signed in, as one look-up of the session tells. */
export type Actor = { id: string; sessionId: string; grants: readonly Grant[]; permissions: ReadonlySet<Permission> };
export type Visit = FastifyRequest & { actor?: Actor };

/** Every route says who may call it; one that says nothing is closed. */
export const Requires = (needed: Permission | 'public') =>
  applyDecorators(SetMetadata('requires', needed), ApiExtension('x-requires', needed));

const actorOf = (context: ExecutionContext) => context.switchToHttp().getRequest<Visit>().actor;

/** Whoever is signed in; on a public route perhaps nobody. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext) => actorOf(context));

/** Tells who a visit comes from; `identity` knows how. One statement, and none where no session is claimed. */
export abstract class Doorman {
  abstract actorOf(visit: Visit): Promise<Actor | undefined>;
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly doorman: Doorman,
    private readonly buckets: Buckets,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const needed = this.reflector.get<Permission | 'public' | undefined>('requires', context.getHandler());
    const visit = context.switchToHttp().getRequest<Visit>();
    const actor = await this.doorman.actorOf(visit);
    if (actor) {
      visit.actor = actor;
      this.buckets.take(`person ${actor.id}`);
    }
    if (needed === 'public') return true;
    if (!actor) throw new Refusal('unauthenticated');
    if (!needed || !actor.permissions.has(needed)) throw new Refusal('forbidden');
    return true;
  }
}
