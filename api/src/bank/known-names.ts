import type { ExchangeQuestion, Loss } from '../interchange/exchange.schema.ts';
import type { Database } from '../platform/database.ts';

/** What a question may be about: keys that the catalogue has. */
export type Known = { topics: ReadonlySet<string>; territories: ReadonlySet<string> };

export const knownNames = async (db: Database): Promise<Known> => ({
  topics: await keysOf(db, 'topic'),
  territories: await keysOf(db, 'territory_kind'),
});

async function keysOf(db: Database, table: 'topic' | 'territory_kind'): Promise<Set<string>> {
  const { rows } = await db.run(`select key from ${table}`);
  return new Set((rows as { key: string }[]).map(({ key }) => key));
}

type Read = { line: number; question: Pick<ExchangeQuestion, 'topic' | 'territories'>; losses: string[] };

/** What each question of a file loses here, by its line: what its format could not say, and what the bank does not know. */
export function lossesHere(imported: readonly Read[], known: Known): Loss[] {
  return imported.flatMap(({ line, question, losses }) => {
    const all = [...losses, ...strange(question, known)];
    return all.length > 0 ? [{ line, what: `${all.join('. ')}.` }] : [];
  });
}

function strange({ topic, territories }: Read['question'], known: Known): string[] {
  const unknown = territories.filter((key) => !known.territories.has(key)).map((key) => `«${key}»`);
  return [
    ...(topic === null || known.topics.has(topic) ? [] : [`El banco no conoce el tema «${topic}»`]),
    ...(unknown.length > 1 ? [`El banco no conoce los territorios ${unknown.join(', ')}`] : []),
    ...(unknown.length === 1 ? [`El banco no conoce el territorio ${unknown.join('')}`] : []),
  ];
}
