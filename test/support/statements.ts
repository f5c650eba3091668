import { db } from './app.ts';

type Client = { query: (this: unknown, ...args: unknown[]) => unknown; release: () => void };
type Pool = { connect: () => Promise<Client> };

const textOf = (asked: unknown) => (typeof asked === 'string' ? asked : (asked as { text: string }).text);

/** Every statement that PostgreSQL gets while `work` is done, whichever connection takes it. */
export async function statementsOf(work: () => PromiseLike<unknown>): Promise<string[]> {
  const client = await (db.em.dataSource.driver as unknown as { master: Pool }).master.connect();
  const kind = Object.getPrototypeOf(client) as Client;
  client.release();
  const { query } = kind;
  const sent: string[] = [];
  kind.query = function (...args) {
    sent.push(textOf(args[0]));
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    kind.query = query;
  }
  return sent;
}
