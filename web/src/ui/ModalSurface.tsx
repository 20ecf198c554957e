// The browser's own modal dialog: focus stays inside, Escape closes the topmost, focus returns where it was.
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { pushOverlay } from './overlays';

interface ModalSurfaceProps {
  className?: string;
  labelledBy?: string;
  label?: string;
  onClose: () => void;
  children: ReactNode;
}

/** Mounted = open. */
export function ModalSurface({ className, labelledBy, label, onClose, children }: ModalSurfaceProps) {
  const ref = useRef<HTMLDialogElement>(null);
  // A field inside that takes the focus does so before the dialog opens: it would be remembered as where the focus was.
  const [opener] = useState(() => document.activeElement);

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    // The innermost: a search field goes before the list around it.
    [...dialog.querySelectorAll<HTMLElement>('[data-autofocus]')].at(-1)?.focus();
    const pop = pushOverlay(dialog);
    return () => {
      pop();
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
    };
  }, [opener]);

  return (
    <dialog
      ref={ref}
      className={className}
      aria-labelledby={labelledBy}
      aria-label={label}
      onCancel={(event) => {
        if (event.target !== ref.current) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current && isOutside(ref.current, event.clientX, event.clientY)) onClose();
      }}
    >
      {children}
    </dialog>
  );
}

function isOutside(dialog: HTMLElement, x: number, y: number): boolean {
  const box = dialog.getBoundingClientRect();
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
