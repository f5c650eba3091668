import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

type DialogProps = {
  title: string;
  /** Called when it is closed by the Escape key too; a dialog without it can only be left by one of its buttons. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
};

/** A native dialog over the page, open as long as it is shown. The focus starts at whatever has `data-safe`. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // while it still stands in the page: only then does closing give the focus back to where it was
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-safe]')?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="stack gap-5">
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
