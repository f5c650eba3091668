import type { ReactNode } from 'react';

/** A title under a rule of ink; a fact or a link may stand at its right. */
export function SectionTitle({ id, thin = false, children }: { id: string; thin?: boolean; children: ReactNode }) {
  return (
    <h2 id={id} className={thin ? 'section-title thin' : 'section-title'}>
      {children}
    </h2>
  );
}
