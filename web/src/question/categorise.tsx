import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Html } from '../ui/html.tsx';
import { plainText } from '../ui/plain-text.ts';
import type { AnswerProps } from './answered.ts';
import { useDrag } from './use-drag.ts';
import { words } from './words.ts';

const { categorise: says } = words.answer;

type Option = { id: string; html: string };
type ItemProps = { item: Option; bins: readonly Option[]; bin: string; move: (bin: string) => void };

/** An item with the list of its categories, which a keyboard and a screen reader use; a pointer drags it. */
function Item({ item, bins, bin, move }: ItemProps) {
  const id = useId();
  return (
    <li data-drag={item.id}>
      <label htmlFor={id}>
        <Html html={item.html} />
      </label>
      <select className="input" id={id} data-item={item.id} value={bin} onChange={({ target }) => move(target.value)}>
        <option value="">{says.unplaced}</option>
        {bins.map((each) => (
          <option key={each.id} value={each.id}>
            {plainText(each.html)}
          </option>
        ))}
      </select>
    </li>
  );
}

/** Items, each in its category: dragged there, or chosen from a list beside it. */
export function Categorise({ body: { items, bins }, response, answer }: AnswerProps<'categorise'>) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  const [said, say] = useState('');
  const placed = response?.kind === 'categorise' ? response.bins : {};

  // the item that was moved stands in another list now, and the focus would stay behind
  useLayoutEffect(() => {
    if (moved.current) root.current?.querySelector<HTMLElement>(`[data-item="${moved.current}"]`)?.focus();
    moved.current = null;
  });

  const move = (item: string, bin: string, focus: boolean) => {
    if ((placed[item] ?? '') === bin) return;
    const others = Object.entries(placed).filter(([each]) => each !== item);
    const all = bin === '' ? others : [...others, [item, bin]];
    moved.current = focus ? item : null;
    answer(all.length === 0 ? null : { kind: 'categorise', bins: Object.fromEntries(all) as Record<string, string> });
    say(says.moved(textOf(items, item), bin === '' ? says.unplaced : textOf(bins, bin)));
  };
  useDrag(root, JSON.stringify(placed), (item, bin) => move(item, bin, false));

  const lists: Option[] = [...bins, { id: '', html: says.unplaced }];
  const left = items.filter((item) => placed[item.id] === undefined).length;
  return (
    <div className="stack gap-3" ref={root}>
      <p className="meta">{says.how}</p>
      <div className="bins">
        {lists.map((bin) => {
          const inside = items.filter((item) => (placed[item.id] ?? '') === bin.id);
          return (
            <div
              key={bin.id}
              role="group"
              className={bin.id === '' ? 'bin unplaced' : 'bin'}
              aria-labelledby={`${id}-${bin.id}`}
              data-drop={bin.id}
            >
              <p className="bin-name" id={`${id}-${bin.id}`}>
                <Html html={bin.html} /> <span className="meta">{inside.length}</span>
              </p>
              {inside.length > 0 && (
                <ul>
                  {inside.map((item) => (
                    <Item key={item.id} item={item} bins={bins} bin={bin.id} move={(to) => move(item.id, to, true)} />
                  ))}
                </ul>
              )}
            </div>
          );
        })}
      </div>
      {left > 0 && left < items.length && <p className="meta">{says.left(left, items.length)}</p>}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

const textOf = (options: readonly Option[], id: string) =>
  plainText(options.find((option) => option.id === id)?.html ?? '');
