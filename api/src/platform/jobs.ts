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
  'grade-release': patiently,
  'mail-send': patiently,
} as const;
export type Queue = keyof typeof queues;

type Handler = (data: never) => Promise<void>;

/** Work for later, enqueued in the transaction that causes it. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly handlers = new Map<Queue, Handler>();
  private boss: PgBoss | undefined;
  private sender: PgBoss | undefined;

  constructor(private readonly db: Database) {}

  /** Says who does the work of a queue. */
  handle<T>(queue: Queue, handler: (data: T) => Promise<void>): void {
    this.handlers.set(queue, handler as Handler);
  }

  /** Enqueues within the current transaction, if there is one; `key` keeps the same job from waiting twice, `at` delays it. */
  async send(queue: Queue, data: object, { at, key }: { at?: Date; key?: string } = {}): Promise<void> {
    const executeSql = async (text: string, values: unknown[] = []) => ({ rows: (await this.db.run(text, values)).rows });
    await this.sending.send(queue, data, {
      db: { executeSql },
      ...(at && { startAfter: at }),
      ...(key && { singletonKey: key }),
    });
  }

  /** Starts the workers, on a pool of their own. */
  async start(url: string): Promise<void> {
    const boss = new PgBoss({ connectionString: url, max: 3, migrate: false, schedule: false });
    boss.on('error', (error) => this.log.warn(`${error.name}: ${error.message}`));
    this.boss = await boss.start();
    for (const [queue, handler] of this.handlers)
      await boss.work(queue, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const { data } of jobs) await handler(data as never);
      });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: config().SHUTDOWN_SECONDS * 500 });
  }

  private get sending(): PgBoss {
    const executeSql = async (text: string, values: unknown[] = []) => ({ rows: (await this.db.run(text, values)).rows });
    return (this.sender ??= new PgBoss({ db: { executeSql }, migrate: false, supervise: false, schedule: false }));
  }
}
