import { type RefObject, useEffect, useRef } from 'react';

/** After an answer that found fault with a form: the focus is on the first field to mend. */
export function useFaultFocus(refused: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  return form;
}
