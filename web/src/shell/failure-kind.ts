import { isRouteErrorResponse } from 'react-router';
import { Offline } from '../api/client.ts';
import type { words } from './words.ts';

export type FailureKind = keyof typeof words.failure;
export type Failed = { kind: FailureKind; status: number; request: string | null };

const kinds: Record<number, FailureKind> = {
  400: 'lost',
  403: 'closed',
  404: 'lost',
  422: 'lost',
  429: 'away',
  502: 'away',
  503: 'away',
};

const lostOnTheWay = (error: unknown) =>
  error instanceof Offline || (error instanceof TypeError && typeof navigator !== 'undefined' && !navigator.onLine);

/** What an error is to whoever sees it. */
export function failureOf(error: unknown): Failed {
  if (lostOnTheWay(error)) return { kind: 'offline', status: 0, request: null };
  if (!isRouteErrorResponse(error)) return { kind: 'down', status: 500, request: null };
  const { request } = (error.data ?? {}) as { request?: string | null };
  return { kind: kinds[error.status] ?? 'down', status: error.status, request: request ?? null };
}
