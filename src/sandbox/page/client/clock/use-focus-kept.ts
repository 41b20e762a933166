// Keeps the focus in a part of the page whose buttons give way to others.
import { useLayoutEffect, useRef } from 'preact/hooks';

interface FocusKept {
  onFocusIn: () => void;
  onFocusOut: (event: FocusEvent) => void;
}

type Chosen = (box: HTMLElement) => HTMLElement | null;

const firstButton: Chosen = (box) => box.querySelector('button');

/** For the element `box` is around: when `mark` changes and the focus has gone with what had it, the first button there takes it, or what is `chosen`. */
export function useFocusKept(box: { current: HTMLElement | null }, mark: unknown, chosen = firstButton): FocusKept {
  const isHere = useRef(false);
  useLayoutEffect(() => {
    const isNowhere = document.activeElement === document.body || document.activeElement === null;
    if (isHere.current && isNowhere && box.current) chosen(box.current)?.focus({ preventScroll: true });
  }, [mark]);
  return {
    onFocusIn: () => {
      isHere.current = true;
    },
    // What is taken away gives the focus to nobody.
    onFocusOut: ({ relatedTarget }) => {
      if (relatedTarget) isHere.current = false;
    },
  };
}
