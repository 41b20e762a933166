// On a narrow page the places are a drawer: opening it takes the focus there, leaving it gives the focus to what was chosen, or back.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

interface Drawer {
  open: boolean;
  turn: () => void;
  /** A place has been chosen, or the drawer is left by a finger. */
  leave: () => void;
}

export function useDrawer(): Drawer {
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (open) document.querySelector<HTMLElement>('.side [aria-current], .side a')?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      document.querySelector<HTMLElement>('.drawer')?.focus();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [open]);
  const leave = () => {
    if (!open) return;
    setOpen(false);
    document.getElementById('main')?.focus();
  };
  return { open, turn: () => setOpen(!open), leave };
}
