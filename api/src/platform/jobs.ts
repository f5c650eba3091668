import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { config } from './config.ts';
import { Database } from './database.ts';

const patiently = { retryLimit: 10, retryDelay: 2, retryBackoff: true } as const;

/** Every queue, made in the migration step. Handlers are idempotent: a job may run twice. */
export const queues = {
  'attempt-close': patiently,
  'completion-check': patiently,
  'credential-issue': patiently,
  'grade-import': patiently,
  'evaluation-release': patiently,
  'grade-release': patiently,
  'mail-send': patiently,
  'upload-sweep': patiently,
  'task-news': patiently,
  /** A step takes a second or two: one that was cut short is soon taken for lost, and done again. */
  'regrade-work': { ...patiently, expireInSeconds: 120 },
  'question-import': patiently,
  'question-twins': patiently,
} as const;
export type Queue = keyof typeof queues;

/** What each queue is told. */
type Work = {
  'attempt-close': { attemptId: string };
  'completion-check': { enrolmentId: string };
  'credential-issue': { enrolmentId: string };
  'grade-import': { importId: string };
  'evaluation-release': { editionId: string; unit: string };
  'grade-release': { enrolmentId: string; unit: string };
  'mail-send': { id: string };
  'upload-sweep': { uploadId: string };
  'task-news': { editionId: string; unit: string };
  'regrade-work': { regradeId: string };
  'question-import': { importId: string };
  'question-twins': Record<string, never>;
};
type Handlers = { [Q in Queue]?: (work: Work[Q]) => Promise<void> };

/** Work for later, enqueued in the transaction that causes it. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly handlers: Handlers = {};
  private boss: PgBoss | undefined;
  private sender: PgBoss | undefined;

  constructor(private readonly db: Database) {}

  /** Says who does the work of a queue. */
  handle<Q extends Queue>(queue: Q, handler: NonNullable<Handlers[Q]>): void {
    this.handlers[queue] = handler;
  }

  /** Enqueues within the current transaction, if there is one; `key` keeps the same job from waiting twice, `at` delays it. */
  async send<Q extends Queue>(queue: Q, work: Work[Q], { at, key }: { at?: Date; key?: string } = {}): Promise<void> {
    await this.sending.send(queue, work, {
      ...(at && { startAfter: at }),
      ...(key && { singletonKey: key }),
    });
  }

  /** Starts the workers, on a pool of their own. */
  async start(url: string): Promise<void> {
    const boss = new PgBoss({ connectionString: url, max: 3, migrate: false, schedule: false });
    boss.on('error', (error) => this.log.warn(`${error.name}: ${error.message}`));
    this.boss = await boss.start();
    for (const [queue, handler] of Object.entries(this.handlers))
      await boss.work(queue, { pollingIntervalSeconds: 1 }, async (jobs) => {
        // What `send` was given under this name; what fails is told here, and tried again.
        for (const { id, data } of jobs)
          await handler(data as never).catch((error: unknown) => {
            this.log.warn(`${queue} ${id}: ${error instanceof Error ? error.message : String(error)}`);
            throw error;
          });
      });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: config().SHUTDOWN_SECONDS * 500 });
  }

  /** Sends through our own door, and so within whatever transaction is open there. */
  private get sending(): PgBoss {
    const executeSql = async (text: string, values: unknown[] = []) => ({
      rows: (await this.db.run(text, values)).rows,
    });
    return (this.sender ??= new PgBoss({ db: { executeSql }, migrate: false, supervise: false, schedule: false }));
  }
}
