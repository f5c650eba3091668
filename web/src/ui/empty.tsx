import type { ReactNode } from 'react';

/** Nothing here: a sentence and, as children, a way out. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
