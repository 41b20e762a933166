// The keys of a combobox, as the ARIA Authoring Practices set them out.
import type { TargetedKeyboardEvent } from 'preact';

export interface ComboState {
  open: boolean;
  count: number;
  active: number;
  typed: string;
  show: () => void;
  close: () => void;
  move: (to: number) => void;
  take: () => void;
  /** Takes out what was chosen last. */
  takeBack: () => void;
}

export function comboKeys(state: ComboState) {
  return (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.isComposing || !does(state, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Whether the key meant something here; else it goes on to the field and to the form around it. */
function does(state: ComboState, key: string): boolean {
  const { open, count, active } = state;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (!open) state.show();
      else if (count > 0) state.move((active + (key === 'ArrowDown' ? 1 : count - 1)) % count);
      return true;
    case 'PageDown':
    case 'PageUp':
      if (open && count > 0) state.move(Math.min(count - 1, Math.max(0, active + (key === 'PageDown' ? 8 : -8))));
      return open;
    case 'Enter':
      if (open) state.take();
      else state.show();
      return true;
    case 'Escape':
      if (open) state.close();
      return open;
    case 'Backspace':
      if (state.typed === '') state.takeBack();
      return false;
    default:
      return false;
  }
}
