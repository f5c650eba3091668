import { Offline } from './client.ts';

/** Whether what was refused with this status may go through later. */
export const passes = (status: number): boolean => status >= 500 || status === 408 || status === 429;

/** No network, or a proxy's page instead of an answer. */
export const lostOnTheWay = (error: unknown): boolean => error instanceof Offline || error instanceof SyntaxError;

/** A storage that keeps nothing. */
export const nowhere = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

/** Where this device keeps what was not sent yet. */
export function storageHere(): typeof nowhere | Storage {
  try {
    return localStorage;
  } catch {
    return nowhere; // forbidden by the browser's settings
  }
}
