import { useEffect, useRef, useState } from 'react';

export type Shortcuts = {
  next: () => void;
  previous: () => void;
  comment: () => void;
  level: (digit: number) => void;
  publish: () => void;
  help: () => void;
};

const choice = 'aula.shortcuts';
const editable = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]';

const isField = (target: EventTarget | null) => target instanceof Element && target.closest(editable) !== null;
const isCommand = ({ ctrlKey, metaKey, key }: KeyboardEvent) => (ctrlKey || metaKey) && key === 'Enter';

const isPlain = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent) =>
  !(ctrlKey || metaKey || altKey || isField(target));

/** What a key without Ctrl or Alt asks for. */
function wishOf({ key }: KeyboardEvent, { next, previous, comment, level, help }: Shortcuts): (() => void) | undefined {
  const wishes: Record<string, () => void> = { j: next, k: previous, c: comment, '?': help };
  return /^\d$/.test(key) ? () => level(Number(key)) : wishes[key.toLowerCase()];
}

/** Letters and digits that act, never within a field or under a dialog; whoever does not want them switches them off. */
export function useShortcuts(shortcuts: Shortcuts): { on: boolean; turn: (on: boolean) => void } {
  const [on, set] = useState(true);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => set(localStorage.getItem(choice) !== 'off'), []);
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const wish = isCommand(event) ? latest.current.publish : on && isPlain(event) && wishOf(event, latest.current);
      if (!wish) return;
      event.preventDefault();
      wish();
    };
    addEventListener('keydown', act);
    return () => removeEventListener('keydown', act);
  }, [on]);
  const turn = (wanted: boolean) => {
    set(wanted);
    localStorage.setItem(choice, wanted ? 'on' : 'off');
  };
  return { on, turn };
}
