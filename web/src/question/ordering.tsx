import { useLayoutEffect, useRef, useState } from 'react';
import { Html } from '../ui/html.tsx';
import { Icon } from '../ui/icon.tsx';
import { plainText } from '../ui/plain-text.ts';
import type { AnswerProps } from './answered.ts';
import { useDrag } from './use-drag.ts';
import { words } from './words.ts';

const { order: says } = words.answer;

type Item = { id: string; html: string };

/** With the item at `from` taken out and put in at `to`. */
function moved(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, i) => i !== from);
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)];
}

/** In the order given, then whatever it leaves out. */
function inOrder(items: readonly Item[], order: readonly string[]): Item[] {
  const placed = order.flatMap((id) => items.filter((item) => item.id === id));
  return [...placed, ...items.filter(({ id }) => !order.includes(id))];
}

/** Items to put in order, by buttons or dragged to their place. What happened is read out. */
export function Ordering({ body, response, answer }: AnswerProps<'ordering'>) {
  const items = inOrder(body.items, response?.kind === 'ordering' ? response.order : []);
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string | null>(null);

  // the row that was moved is a new place in the document, and the focus would stay behind
  useLayoutEffect(() => {
    if (pressed.current) list.current?.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus();
    pressed.current = null;
  });

  const set = (next: readonly Item[]) => answer({ kind: 'ordering', order: next.map(({ id }) => id) });
  const move = (from: number, to: number, name: string | null) => {
    const item = items[from];
    if (!item || from === to || to < 0 || to >= items.length) return;
    pressed.current = name;
    set(moved(items, from, to));
    say(says.moved(plainText(item.html), to + 1, items.length));
  };
  const placeOf = (id: string) => items.findIndex((item) => item.id === id);
  useDrag(list, items.map(({ id }) => id).join(), (item, place) => move(placeOf(item), placeOf(place), null));
  return (
    <div className="stack gap-3">
      <p className="meta">{says.how}</p>
      <ol className="ordering" ref={list}>
        {items.map((item, i) => (
          <li key={item.id} data-drag={item.id} data-drop={item.id}>
            <span className="number">{i + 1}</span>
            <Html html={item.html} className="grow" />
            {([-1, 1] as const).map((by) => {
              const name = `${item.id}-${by < 0 ? 'up' : 'down'}`;
              const atEnd = by < 0 ? i === 0 : i === items.length - 1;
              return (
                <button
                  key={by}
                  type="button"
                  className={by < 0 ? 'btn icon-only up' : 'btn icon-only'}
                  data-move={name}
                  aria-disabled={atEnd || undefined}
                  aria-label={(by < 0 ? says.up : says.down)(plainText(item.html))}
                  onClick={() => move(i, i + by, name)}
                >
                  <Icon name="chevron-down" />
                </button>
              );
            })}
          </li>
        ))}
      </ol>
      {response === null && (
        <p className="cluster">
          <span className="meta">{says.untouched}</span>
          <button type="button" className="btn" onClick={() => set(items)}>
            {says.keep}
          </button>
        </p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
