import type * as adapterModule from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef } from 'react';

type Cleanup = () => void;
type Adapter = Pick<typeof adapterModule, 'draggable' | 'dropTargetForElements'>;

function makeDraggable({ draggable }: Adapter, root: HTMLElement, element: HTMLElement): Cleanup {
  return draggable({
    element,
    canDrag: () => element.closest('fieldset:disabled') === null,
    getInitialData: () => ({ root, item: element.dataset['drag'] }),
    onDragStart: () => element.toggleAttribute('data-dragging', true),
    onDrop: () => element.toggleAttribute('data-dragging', false),
  });
}

type Drop = (item: string, place: string) => void;

function makeTarget(adapter: Adapter, root: HTMLElement, element: HTMLElement, drop: Drop): Cleanup {
  const mark = (over: boolean) => () => void element.toggleAttribute('data-over', over);
  return adapter.dropTargetForElements({
    element,
    canDrop: ({ source }) => source.data['root'] === root,
    onDragEnter: mark(true),
    onDragLeave: mark(false),
    onDrop: ({ source, location }) => {
      mark(false)();
      const [nearest] = location.current.dropTargets;
      if (nearest?.element === element) drop(String(source.data['item']), element.dataset['drop'] ?? '');
    },
  });
}

/**
 * Lets whatever has `data-drag` inside `root` be dragged onto what has `data-drop`: beside a way by keyboard, never instead
 * of it. The library comes after the page. `layout` changes with what stands where.
 */
export function useDrag(root: RefObject<HTMLElement | null>, layout: string, drop: Drop): void {
  const latest = useRef(drop);
  useEffect(() => {
    latest.current = drop;
  });
  useEffect(() => {
    let undo: Cleanup[] | null = [];
    const start = (adapter: Adapter) => {
      const within = root.current;
      if (!undo || !within) return;
      const all = (name: string) => [...within.querySelectorAll<HTMLElement>(`[data-${name}]`)];
      undo = [
        ...all('drag').map((element) => makeDraggable(adapter, within, element)),
        ...all('drop').map((element) => makeTarget(adapter, within, element, (...moved) => latest.current(...moved))),
      ];
    };
    // without it, whatever can be dragged has buttons or a list
    import('@atlaskit/pragmatic-drag-and-drop/element/adapter').then(start, () => undefined);
    return () => {
      undo?.forEach((each) => each());
      undo = null;
    };
  }, [root, layout]);
}
