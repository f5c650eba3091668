import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf, scopeOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Reaches, type Share, shareByRegion, shareEvenly } from './allocation.policy.ts';
import { QueueService } from './queue.service.ts';
import type { AllocationBody, RuleBody } from './share.schema.ts';
import { findMarkers, findPieces, giveOut, keepRule, takeBack } from './share.sql.ts';

type ByHand = Extract<AllocationBody, { way: 'hand' }>;
const chunk = 1000;

/** Shares work out among those who mark it, and sets the rules by which they do. */
@Injectable()
export class ShareService {
  constructor(
    private readonly db: Database,
    private readonly queues: QueueService,
    private readonly audit: AuditService,
  ) {}

  async view(actor: Actor, edition: string, unit: string) {
    const [markers, pieces] = await this.all(actor, edition, unit);
    const regions = new Map<string, { cut: string; name: string; all: number; free: number }>();
    for (const { region, regionName, markers: taken } of pieces) {
      if (region === null) continue;
      const of = regions.get(region) ?? { cut: region, name: regionName ?? region, all: 0, free: 0 };
      regions.set(region, { ...of, all: of.all + 1, free: of.free + (taken.length === 0 ? 1 : 0) });
    }
    return {
      markers: markers.map(({ id, name }) => {
        const own = pieces.filter((piece) => piece.markers.includes(id));
        const published = own.filter(({ state }) => state === 'published').length;
        return { id, name, allocated: own.length, published, pending: own.length - published };
      }),
      regions: [...regions.values()],
      free: pieces.filter((piece) => piece.markers.length === 0).length,
      all: pieces.length,
    };
  }

  allocate(actor: Actor, edition: string, unit: string, body: AllocationBody) {
    return this.db.transaction(async () => {
      const [markers, all] = await this.all(actor, edition, unit);
      const known = new Map(markers.map(({ id, regions }) => [id, regions]));
      if (markersOf(body).some((id) => !known.has(id))) throw new Refusal('unknown_marker');
      const reaches: Reaches = (marker, region) => {
        const kept = known.get(marker) ?? null;
        return kept === null || (region !== null && kept.includes(region));
      };
      const shares = body.way === 'hand' ? await this.byHand(body, all, reaches) : shared(body, all, reaches);
      await this.give(actor, shares);
      await this.audit.record({
        ...{ actorId: actor.id, action: 'marking.allocate', subjectKind: 'edition', subjectId: edition },
        detail: { unit, way: body.way, allocated: shares.length },
      });
      return { allocated: shares.length };
    });
  }

  /** Rules are of the whole edition: who follows only some of its people does not set them. */
  rule(actor: Actor, edition: string, unit: string, body: RuleBody): Promise<void> {
    return this.db.transaction(async () => {
      const { parentId } = await this.queues.work(actor, edition, unit);
      const { all, editions } = scopeOf(actor.grants, 'evaluation:manage');
      if (!all && !editions.some((id) => id === edition || id === parentId)) throw new Refusal('not_found');
      const { anonymous, doubleThreshold, returnDays } = body;
      const rule = [anonymous, doubleThreshold, returnDays];
      await this.db.run(keepRule, [edition, unit, ...rule, actor.id, now()]);
      await this.audit.record({
        ...{ actorId: actor.id, action: 'marking.rule', subjectKind: 'edition', subjectId: edition },
        detail: { unit, ...body },
      });
    });
  }

  private async all(actor: Actor, edition: string, unit: string) {
    const { parentId } = await this.queues.work(actor, edition, unit);
    const markers = await this.db.read(findMarkers, edition, parentId, now());
    return [markers, await this.db.read(findPieces, ...reachOf(actor.grants, 'marking:share'), edition, unit)] as const;
  }

  /** Instead of whoever had them; nobody gets their own work, nor that of people they do not reach. */
  private async byHand(
    { submissions, marker }: ByHand,
    all: readonly { id: string; region: string | null; authors: string[] }[],
    reaches: Reaches,
  ): Promise<Share[]> {
    const chosen = all.filter(({ id }) => submissions.includes(id));
    if (chosen.length < new Set(submissions).size) throw new Refusal('not_found');
    await this.db.run(takeBack, [submissions]);
    if (marker === null) return [];
    const able = chosen.filter(({ authors, region }) => !authors.includes(marker) && reaches(marker, region));
    return able.map(({ id }) => ({ submissionId: id, markerId: marker }));
  }

  private async give({ id: by }: Actor, shares: readonly Share[]): Promise<void> {
    for (let i = 0; i < shares.length; i += chunk) {
      const some = shares.slice(i, i + chunk);
      const ids = some.map(({ submissionId }) => submissionId);
      await this.db.run(giveOut, [ids, some.map(({ markerId }) => markerId), by, now()]);
    }
  }
}

function markersOf(body: AllocationBody): string[] {
  if (body.way === 'evenly') return body.markers;
  if (body.way === 'region') return body.regions.flatMap(({ markers }) => markers);
  return body.marker === null ? [] : [body.marker];
}

type Piece = {
  id: string;
  region: string | null;
  authors: string[];
  markers: string[];
  state: string;
  double: boolean;
};

function shared(body: Exclude<AllocationBody, ByHand>, all: readonly Piece[], reaches: Reaches): Share[] {
  const pieces = all.filter(({ state }) => state !== 'published');
  const wanted = all.some(({ double }) => double) ? 2 : 1;
  if (body.way === 'evenly') return shareEvenly(pieces, body.markers, wanted, reaches);
  return shareByRegion(pieces, new Map(body.regions.map(({ cut, markers }) => [cut, markers])), wanted, reaches);
}
