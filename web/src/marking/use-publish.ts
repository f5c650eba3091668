import { useState } from 'react';
import { api, type Refused, write } from '../api/client.ts';
import { grade as written, points as pointsWritten } from '../ui/format.ts';
import { refusals } from '../words/refusals.ts';
import type { Item, MarkKeeper } from './mark-keeper.ts';
import { missingIn } from './nota.tsx';
import { nameIn } from './queue-panel.tsx';
import { words } from './words.ts';

const { done: says, rubric, saving } = words;

type Done = (told: string, andNext: boolean) => void;

/** Publishes what is saved, or asks for another version; says what came of it. */
export function usePublish(item: Item, keeper: MarkKeeper | null, done: Done) {
  const [busy, work] = useState(false);
  const [refused, refuse] = useState<string | null>(null);
  const params = { path: { id: item.id } };

  /** Sends what is not saved; the draft that is there may be published as it stands, and so must be saved once at least. */
  const ready = async (made: MarkKeeper): Promise<string | null> => {
    const missing = missingIn(made.snapshot().content.criteria);
    if (missing > 0) return rubric.incomplete(missing);
    if (made.snapshot().revision === 0) made.change({});
    return (await made.settle()) ? null : saving.unsaved;
  };

  const publish = async (andNext: boolean) => {
    if (!keeper || busy) return;
    work(true);
    const unready = await ready(keeper);
    refuse(unready);
    if (unready === null) {
      const body = { version: item.version, revision: keeper.snapshot().revision, published: publishedOf(item) };
      const call = api.POST('/api/submissions/{id}/publication', { params, body });
      const { done: result, refused: why } = await write(call);
      refuse(why && reasonOf(why));
      if (result) done(toldOf(item, result), andNext);
    }
    work(false);
  };

  const ask = async (note: string): Promise<void> => {
    work(true);
    await keeper?.settle();
    const body = { version: item.version, note };
    const { refused: why } = await write(api.POST('/api/submissions/{id}/return', { params, body }));
    refuse(why && refusals[why.code]);
    work(false);
    if (!why) done(says.returned(nameIn(item)), true);
  };

  return { busy, refused, publish, ask };
}

const publishedOf = ({ publications }: Item) => publications[0]?.n ?? 0;
const reasonOf = ({ code, detail }: Refused) =>
  code === 'mark_published' && detail ? saving.published(String(detail['by'])) : refusals[code];

type Result = { outcome: 'published' | 'waiting' | 'disputed'; grade: number | null; points: number };

function toldOf(item: Item, { outcome, grade, points }: Result): string {
  const name = nameIn(item);
  if (outcome !== 'published') return says[outcome](name);
  return says.published(name, grade === null ? pointsWritten(points) : written(grade));
}
