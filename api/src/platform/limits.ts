import { Injectable } from '@nestjs/common';
import { now } from './clock.ts';
import { config } from './config.ts';
import { Database } from './database.ts';
import { Refusal } from './refusal.ts';

type Bucket = { left: number; at: number };
const forgetAfter = 120_000;

/** Slows down whoever asks too much of this process: a bucket refilled steadily over a minute, for each person and each address. */
@Injectable()
export class Buckets {
  private readonly buckets = new Map<string, Bucket>();
  private swept = 0;

  /** Takes one drop of `key`, or refuses with the seconds until there is one. `size` multiplies the allowance of a minute. */
  take(key: string, size = 1): void {
    const perMinute = config().RATE_PER_MINUTE * size;
    const at = now().getTime();
    this.sweep(at);
    const bucket = this.buckets.get(key) ?? { left: perMinute, at };
    bucket.left = Math.min(perMinute, bucket.left + ((at - bucket.at) * perMinute) / 60_000);
    bucket.at = at;
    this.buckets.set(key, bucket);
    if (bucket.left < 1) throw new Refusal('too_many', { retryAfter: Math.ceil(60 / perMinute) });
    bucket.left -= 1;
  }

  private sweep(at: number) {
    if (at - this.swept < forgetAfter) return;
    this.swept = at;
    for (const [key, bucket] of this.buckets) if (at - bucket.at > forgetAfter) this.buckets.delete(key);
  }
}

const count = `
  insert into rate_count (key, count, expires_at) values ($1, 1, $2::timestamptz + make_interval(secs => $3))
  on conflict (key) do update set
    count = case when rate_count.expires_at <= $2 then 1 else rate_count.count + 1 end,
    expires_at = case when rate_count.expires_at <= $2 then excluded.expires_at else rate_count.expires_at end
  returning count, ceil(extract(epoch from expires_at - $2))::integer as seconds`;

/** Counts what must not be tried often, over all replicas. */
@Injectable()
export class Tally {
  constructor(private readonly db: Database) {}

  /** Counts one try of `key`; past `most` within `seconds`, refuses and says when to come back. */
  async allow(key: string, most: number, seconds: number): Promise<void> {
    const { rows } = await this.db.run(count, [key, now(), seconds]);
    const [tried] = rows as { count: number; seconds: number }[];
    if (tried && tried.count > most) throw new Refusal('too_many', { retryAfter: Math.max(1, tried.seconds) });
  }
}
