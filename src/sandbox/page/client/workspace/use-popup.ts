// What opens over the page and goes away again: by Escape, which gives the focus back, or when somebody turns to something else.
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Popup {
  /** Around the button and what it opens. */
  box: RefObject<HTMLDivElement>;
  open: boolean;
  turn: () => void;
  /** Closes it; the button has the focus again. */
  close: () => void;
}

export function usePopup(): Popup {
  const box = useRef<HTMLDivElement>(null) as RefObject<HTMLDivElement>;
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    };
    const heard = new AbortController();
    document.addEventListener('pointerdown', elsewhere, heard);
    document.addEventListener('focusin', elsewhere, heard);
    document.addEventListener('keydown', leave, heard);
    return () => heard.abort();
  }, [open]);
  return { box, open, turn: () => setOpen(!open), close };
}
