import { useEffect, useState } from 'react';
import { api, Offline, type Problem } from '../api/client.ts';

export type Held = { by: string; until: string };
const beat = 60_000;

/** Holds an item while its page is open and looked at; lets it go afterwards. Answers who has it instead, if somebody does. */
export function useClaim(id: string, wanted: boolean): Held | null {
  const [held, hold] = useState<Held | null>(null);
  useEffect(() => {
    hold(null);
    if (!wanted) return;
    const params = { path: { id } };
    const claim = async () => {
      if (document.hidden) return;
      try {
        const { error } = await api.PUT('/api/submissions/{id}/claim', { params });
        const { code, detail } = (error ?? {}) as Partial<Problem>;
        hold(code === 'claim_taken' ? (detail as Held) : null);
      } catch (error) {
        if (!(error instanceof Offline)) throw error; // asked again at the next beat
      }
    };
    void claim();
    const timer = setInterval(() => void claim(), beat);
    return () => {
      clearInterval(timer);
      void api.DELETE('/api/submissions/{id}/claim', { params, keepalive: true }).catch(() => undefined);
    };
  }, [id, wanted]);
  return held;
}
