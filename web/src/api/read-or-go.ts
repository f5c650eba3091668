import { redirect } from 'react-router';
import { read } from './client.ts';

const notNow = 409;

/** For loaders: reads, and where it is not the moment for it yet or any more, goes to the page that tells why. */
export async function readOrGo<T>(call: Parameters<typeof read<T>>[0], elsewhere: string): Promise<T> {
  try {
    return await read(call);
  } catch (error) {
    if ((error as { init?: ResponseInit | null }).init?.status === notNow) throw redirect(elsewhere);
    throw error;
  }
}
