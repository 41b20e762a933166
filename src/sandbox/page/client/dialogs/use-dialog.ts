// Opens a native dialog for as long as its component is there. The browser keeps the focus inside and everything below it still; this gives the
// focus back to what had it before, or to the place behind where that is gone.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** The ref of a dialog that opens when it appears. `first` says what gets the focus; else the browser chooses. */
export function useDialog(first?: (dialog: HTMLDialogElement) => HTMLElement | null): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    const open = () => dialog.showModal();
    open();
    first?.(dialog)?.focus();
    // A browser closes a dialog by itself when Escape is pressed again at once. Only what it shows says when it goes.
    dialog.addEventListener('close', open);
    return () => {
      dialog.removeEventListener('close', open);
      dialog.close();
      focusAgain(before);
    };
  }, []);
  // What had the focus may go when what is shown changes: whoever listens is then told by the title where they are.
  useLayoutEffect(() => {
    if (document.activeElement === document.body && inFront() === ref.current) focusAgain(null);
  });
  return ref;
}

/** Puts the focus back to `before`; where that has gone or lies below another dialog, to what is in front. */
export function focusAgain(before: Element | null): void {
  const front = inFront();
  const usable = before instanceof HTMLElement && before.isConnected && before !== document.body;
  if (usable && (!front || front.contains(before))) before.focus();
  else (front ?? document).querySelector<HTMLElement>(front ? 'h2' : 'main textarea, main [tabindex]')?.focus();
}

function inFront(): HTMLDialogElement | undefined {
  return [...document.querySelectorAll('dialog')].findLast((dialog) => dialog.open);
}
