import { useRef, useState } from 'react';
import { wordsOf } from '../rubric/annotate.ts';
import type { Annotation } from '../rubric/order-notes.ts';
import { fullName, type Person, useMe } from '../shell/root.ts';
import { now } from '../ui/clock.ts';
import { newId } from '../ui/id.ts';
import { Centre } from './centre.tsx';
import { CommentBank } from './comment-bank.tsx';
import { Help, Returning } from './dialogs.tsx';
import { giveLevel } from './give-level.ts';
import type { Item } from './mark-keeper.ts';
import { Pauta } from './pauta.tsx';
import { selectedIn } from './selection.ts';
import type { Writing } from './text-notes.tsx';
import { useClaim } from './use-claim.ts';
import { useMark } from './use-mark.ts';
import { usePublish } from './use-publish.ts';
import { useShortcuts } from './use-shortcuts.ts';

type DeskProps = {
  item: Item;
  mayMark: boolean;
  move: (by: 1 | -1) => void;
  done: (told: string, andNext: boolean) => void;
};

const textOf = ({ versions, version }: Item) => versions.find(({ n }) => n === version)?.html ?? '';
/** Whose the comments are: of whoever has the draft, else one's own. */
const markerOf = ({ mark }: Item, me: Person | null) => (mark && !mark.mine ? mark.marker : me ? fullName(me) : '');

/** One submission being marked: what was sent in the middle, the rubric at the right. */
export function Desk({ item, mayMark, move, done }: DeskProps) {
  const { keeper, state } = useMark(item);
  const wanted = mayMark && item.open;
  const held = useClaim(item.id, wanted);
  const readOnly = !wanted || held !== null;
  const me = useMe();
  const text = useRef<HTMLDivElement>(null);
  const [writing, write] = useState<Writing | null>(null);
  const [dialog, open] = useState<'help' | 'return' | null>(null);
  const [insert, setInsert] = useState<((body: string) => void) | null>(null);
  const { busy, refused, publish, ask } = usePublish(item, keeper, done);
  const { annotations } = state.content;

  const comment = () => {
    const passage = readOnly ? null : selectedIn(text.current, wordsOf(textOf(item)));
    if (passage) write({ passage });
    else document.querySelector<HTMLElement>('[data-choose-passage]')?.focus();
  };
  const save = (anchor: Annotation['anchor'], body: string, instead?: Annotation) => {
    const fresh = { id: newId(), anchor, body, at: new Date(now()).toISOString() };
    keeper?.change({ annotations: [...annotations.filter(({ id }) => id !== instead?.id), fresh] });
    write(null);
  };
  const remove = ({ id }: Annotation) =>
    keeper?.change({ annotations: annotations.filter((annotation) => annotation.id !== id) });
  const bank = (into: (body: string) => void) => setInsert(() => into);

  const { on, turn } = useShortcuts({
    next: () => move(1),
    previous: () => move(-1),
    comment,
    level: (digit) => {
      if (!readOnly && keeper) giveLevel(item, keeper, digit);
    },
    publish: () => {
      if (!readOnly) void publish(true);
    },
    help: () => open('help'),
  });
  const by = markerOf(item, me);
  const shown = { item, state, readOnly, bank };
  return (
    <>
      <Centre {...shown} {...{ by, held, writing, text, write, save, remove }} showHelp={() => open('help')} />
      <Pauta
        {...shown}
        {...{ keeper, busy, refused }}
        publish={(andNext) => void publish(andNext)}
        ask={() => open('return')}
      />
      {dialog === 'help' && <Help on={on} turn={turn} close={() => open(null)} />}
      {dialog === 'return' && (
        <Returning send={(note) => void ask(note)} busy={busy} refused={refused} close={() => open(null)} />
      )}
      {insert && <CommentBank submission={item.id} insert={insert} close={() => setInsert(null)} />}
    </>
  );
}
