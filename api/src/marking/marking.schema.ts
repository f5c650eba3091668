import { z } from 'zod';
import { instant, keyInstant, largest, pageQueryOf } from '../platform/schema.ts';
import { Rubric } from '../submission/rubric.schema.ts';

export const WorkKind = z.enum(['task', 'answer']);
/** `given`: one of two marks is there; `disputed`: both are, too far apart. */
export const QueueState = z.enum(['pending', 'given', 'disputed', 'returned', 'published']);
export type QueueState = z.infer<typeof QueueState>;

const Counts = z.object({
  ...{ pending: z.int(), given: z.int(), disputed: z.int(), returned: z.int(), published: z.int(), all: z.int() },
});
const Named = z.object({ id: z.string(), name: z.string() });

/** Everything that somebody may mark, with how much of it waits. */
export const MarkingWorkList = z
  .object({
    items: z.array(
      z.object({
        ...{ editionId: z.uuid(), edition: z.string(), course: z.string(), unit: z.string(), title: z.string() },
        ...{ question: z.uuid().nullable(), prompt: z.string().nullable(), kind: WorkKind },
        ...{ pending: z.int(), all: z.int(), oldestAt: instant.nullable(), timeZone: z.string() },
      }),
    ),
  })
  .meta({ id: 'MarkingWorkList' });

/** A task or an essay question of an edition: whose it is, by which rules it is marked, how much there is. */
export const MarkingWorkView = z
  .object({
    ...{ editionId: z.uuid(), edition: z.string(), course: z.string(), unit: z.string(), title: z.string() },
    ...{ moduleNumber: z.int().nullable(), kind: WorkKind, timeZone: z.string() },
    rules: z.object({ anonymous: z.boolean(), doubleThreshold: z.int().nullable(), returnDays: z.int() }),
    counts: Counts,
    regions: z.array(Named),
    cohorts: z.array(Named),
    questions: z.array(z.object({ id: z.uuid(), prompt: z.string() })),
    /** What whoever reads this may do here. */
    may: z.object({ mark: z.boolean(), share: z.boolean(), manage: z.boolean() }),
  })
  .meta({ id: 'MarkingWork' });

const QueueLine = z.object({
  id: z.uuid(),
  state: QueueState,
  /** Null while the rule hides it; then `code` stands for the person. */
  ...{ learner: z.string().nullable(), code: z.string(), region: z.string().nullable(), group: z.string().nullable() },
  ...{ version: z.int(), submittedAt: instant, lateMinutes: z.int(), dueAt: instant },
  /** Somebody has it open. */
  claim: z.object({ by: z.string(), mine: z.boolean(), until: instant }).nullable(),
  ...{ started: z.boolean(), allocated: z.array(z.string()), mine: z.boolean() },
});

export const QueueView = z
  .object({ work: MarkingWorkView, items: z.array(QueueLine), next: z.string().nullable() })
  .meta({ id: 'MarkingQueue' });

const cut = z.string().regex(/^\d{2}$/);
export const QueueQuery = pageQueryOf(z.tuple([keyInstant, z.uuid()]), {
  question: z.uuid().optional(),
  region: cut.optional(),
  cohort: z.uuid().optional(),
  state: z.enum([...QueueState.options, 'all']).default('pending'),
  /** What is allocated to me, or to nobody. */
  allocated: z.enum(['mine', 'none']).optional(),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

/** Where in a text a comment stands: offsets in its plain text, and the words there and around, to find it again. */
export const TextAnchor = z
  .strictObject({
    kind: z.literal('text'),
    ...{ start: z.int().min(0).max(largest), end: z.int().min(1).max(largest), quote: z.string().min(1).max(2000) },
    ...{ prefix: z.string().max(64), suffix: z.string().max(64) },
  })
  .refine(({ start, end }) => start < end);
const share = z.int().min(0).max(1000);
/** A rectangle on a page of a file, in thousandths of its width and height. */
export const AreaAnchor = z
  .strictObject({
    ...{ kind: z.literal('area'), file: z.uuid(), page: z.int().min(1).max(5000) },
    ...{ x: share, y: share, width: share.min(1), height: share.min(1) },
  })
  .refine(({ x, y, width, height }) => x + width <= 1000 && y + height <= 1000);

export const Annotation = z.strictObject({
  id: z.uuid(),
  anchor: z.union([TextAnchor, AreaAnchor]),
  body: z.string().trim().min(1).max(4000),
  at: keyInstant,
});
export type Annotation = z.infer<typeof Annotation>;

/** Points in thousandths; `level` from 0, where it was a level that was chosen. */
export const GivenCriterion = z.strictObject({
  id: z.string().min(1).max(80),
  points: z.int().min(0).max(10_000_000).nullable(),
  level: z.int().min(0).max(50).nullable(),
  comment: z.string().max(4000),
});
export type GivenCriterion = z.infer<typeof GivenCriterion>;

const content = {
  criteria: z.array(GivenCriterion).max(50),
  annotations: z.array(Annotation).max(300),
  feedback: z.string().max(10_000),
};

export const MarkView = z
  .object({
    ...{ id: z.uuid(), place: z.int(), version: z.int(), revision: z.int(), marker: z.string(), mine: z.boolean() },
    ...{ state: z.enum(['draft', 'given']), points: z.int().nullable(), grade: z.int().nullable(), savedAt: instant },
    ...content,
  })
  .meta({ id: 'Mark' });

export const MarkingFile = z.object({
  ...{ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() },
});

export const PublicationView = z.object({
  ...{ n: z.int(), version: z.int(), cause: z.enum(['mark', 'agreed', 'third', 'moderation']), by: z.string() },
  ...{ points: z.int(), penalty: z.int(), grade: z.int().nullable(), reason: z.string().nullable() },
  publishedAt: instant,
});

/** The fewest points (thousandths) that give each nota (tenths): the nota of some points is the last that they reach. */
export const Conversion = z.object({
  ...{ demand: z.int(), cut: z.string(), min: z.int(), pass: z.int(), max: z.int() },
  steps: z.array(z.object({ grade: z.int(), points: z.int() })),
});

export const SubmissionMarkingView = z
  .object({
    ...{ id: z.uuid(), kind: WorkKind, editionId: z.uuid(), unit: z.string(), question: z.uuid().nullable() },
    ...{ title: z.string(), state: QueueState, timeZone: z.string() },
    ...{ learner: z.string().nullable(), code: z.string(), region: z.string().nullable() },
    ...{ institution: z.string().nullable(), members: z.array(z.string()), group: z.string().nullable() },
    ...{ version: z.int(), lateMinutes: z.int(), penalty: z.int() },
    /** For those who mark: what was asked, and the sample answer or guide. */
    ...{ instructions: z.string(), sample: z.string().nullable() },
    versions: z.array(
      z.object({
        ...{ n: z.int(), html: z.string(), words: z.int(), submittedAt: instant, lateMinutes: z.int() },
        files: z.array(MarkingFile),
      }),
    ),
    ...{ rubric: Rubric, maxPoints: z.int(), conversion: Conversion.nullable() },
    ...{ anonymous: z.boolean(), doubleThreshold: z.int().nullable() },
    /** My own draft, or the one there is where one person marks. */
    mark: MarkView.nullable(),
    /** What others gave, as far as one may know of it. */
    others: z.array(MarkView),
    publications: z.array(PublicationView),
    requests: z.array(z.object({ version: z.int(), by: z.string(), note: z.string(), askedAt: instant })),
    claim: z.object({ by: z.string(), mine: z.boolean(), until: instant }).nullable(),
    /** Whether there is something left for me to mark. */
    open: z.boolean(),
    ...{ mayReturn: z.boolean(), moderation: z.uuid().nullable() },
  })
  .meta({ id: 'SubmissionMarking' });

export const ClaimView = z.object({ place: z.int(), until: instant, revision: z.int() }).meta({ id: 'MarkingClaim' });

/** `version` of the submission that was read; `revision` of the draft that this one comes after, 0 at first. */
const count = z.int().min(0).max(largest);
const after = { version: count.min(1), revision: count };
export const MarkBody = z.strictObject({ ...after, ...content }).meta({ id: 'MarkBody' });
export type MarkBody = z.infer<typeof MarkBody>;
export const SavedMarkView = z
  .object({
    ...{ revision: z.int(), savedAt: instant, until: instant, points: z.int(), grade: z.int().nullable() },
    complete: z.boolean(),
  })
  .meta({ id: 'SavedMark' });

/** `published`: how many publications were there when the page was read. */
export const PublishBody = z.strictObject({ ...after, published: count }).meta({ id: 'PublishMark' });
export type PublishBody = z.infer<typeof PublishBody>;
export const PublishedView = z
  .object({ outcome: z.enum(['published', 'waiting', 'disputed']), grade: z.int().nullable(), points: z.int() })
  .meta({ id: 'PublishedMark' });

export const ReturnBody = z
  .strictObject({ version: count.min(1), note: z.string().trim().min(1).max(4000) })
  .meta({ id: 'AskCorrection' });
export type ReturnBody = z.infer<typeof ReturnBody>;
