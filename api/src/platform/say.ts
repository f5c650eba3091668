import { setTimeout } from 'node:timers/promises';
import { isDatabaseAway } from './refusal.ts';

/** A line for whoever started the program by hand. */
export const say = (line: string) => console.log(line);

/** Does the work, waiting for a database that is not there yet as long as it takes, and saying so. */
export async function whenReachable<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      if (tries % 8 === 0) say('La base de datos no responde. Se intenta de nuevo cada segundo.');
      await setTimeout(1000);
    }
  }
}
