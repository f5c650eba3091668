import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  QueryFailedError,
  type Repository,
} from 'typeorm';
import { z } from 'zod';
import { Refusal, type RefusalCode } from './refusal.ts';

type Pool = { query(statement: { name?: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }> };

/** A hand-written statement, its parameters, and the shape of the rows it answers. */
export type Statement<P extends unknown[], R> = {
  name: string;
  text: string;
  rows: z.ZodType<R[]>;
  /** Keeps the parameters' types apart; holds no value. */
  readonly params?: P;
};

/** Declares a statement of an `x.sql.ts`. The name makes PostgreSQL prepare it once a connection. */
export const statement = <P extends unknown[], R>(name: string, row: z.ZodType<R>, text: string): Statement<P, R> => ({
  name,
  text,
  rows: z.array(row),
});

/** The one door to PostgreSQL. Inside `transaction`, every repository joins it; a nested call joins the outer one. */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly source: DataSource) {}

  get em(): EntityManager {
    return this.current.getStore() ?? this.source.manager;
  }

  of<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.em.getRepository(entity);
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.current.getStore() ? work() : this.source.transaction((em) => this.current.run(em, work));
  }

  /** Runs a named statement, prepared once a connection, and checks its rows. */
  async read<P extends unknown[], R>({ name, text, rows }: Statement<P, R>, ...params: P): Promise<R[]> {
    const joined = this.current.getStore()?.queryRunner;
    const through = joined ? ((await joined.connect()) as Pool) : this.pool;
    return rows.parse((await through.query({ name, text, values: params })).rows);
  }

  /** Runs a statement that writes, and answers how many rows it touched with what it returns. */
  async run(text: string, params: unknown[] = []): Promise<{ rows: unknown[]; count: number }> {
    const runner = this.current.getStore()?.queryRunner;
    const own = runner ?? this.source.createQueryRunner();
    try {
      const { records, affected } = await own.query(text, params, true);
      return { rows: (records as unknown[] | undefined) ?? [], count: affected ?? 0 };
    } finally {
      if (!runner) await own.release();
    }
  }

  private get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}

/** The name of the constraint that this error broke, if it broke one. */
export const constraintOf = (error: unknown) =>
  error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;

/** Turns a broken constraint (unique, check, foreign key) into the refusal that names it. */
export async function refuseOn<T>(constraint: string, code: RefusalCode, write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (constraintOf(error) === constraint) throw new Refusal(code);
    throw error;
  }
}
