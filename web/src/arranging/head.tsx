import type { ReactNode } from 'react';
import type { Refused } from '../api/client.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { editionName } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { refusals } from '../words/refusals.ts';
import { words } from './words.ts';

type Edition = { id: string; title: string; name: string };
type HeadProps = { edition: Edition; trail?: readonly { to: string; name: string }[]; title: string; lead: string };

/** Where one is, and what for. */
export function Head({ edition, trail = [], title, lead }: HeadProps) {
  const above = [
    { to: '/gestion', name: words.trail },
    { to: `/gestion/ediciones/${edition.id}`, name: edition.title },
  ];
  return (
    <header className="stack gap-1">
      <Breadcrumbs trail={[...above, ...trail]} />
      <p className="meta">{editionName(edition.name)}</p>
      <h1>{title}</h1>
      <p>{lead}</p>
    </header>
  );
}

export type Answer = { told: string | null; refused: Refused | null } | undefined;

/** What came of the last form; the page says beside each field what is wrong with it. */
export function Told({ answer, children }: { answer: Answer; children?: ReactNode }) {
  if (answer?.refused) return <Notice tone="danger" role="alert" title={refusals[answer.refused.code]} />;
  if (!answer?.told) return null;
  return (
    <Notice tone="success" role="status" title={answer.told}>
      {children}
    </Notice>
  );
}

/** The words for the field at fault, if it is this one. */
export function faultIn<T extends string>(answer: Answer, path: string, says: Record<T, string>): string | undefined {
  const fault = answer?.refused?.errors.find((error) => error.path === path);
  if (!fault) return undefined;
  return fault.code in says ? says[fault.code as T] : Object.values<string>(says)[0];
}
