// "Do it with me": becomes the right person, goes to the right place, and writes the line into the box there. It sends nothing.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../state.ts';
import type { Prepared } from './steps.ts';

interface Preparing {
  prepare: (wanted: Prepared) => void;
  /** What stands ready to be sent, as long as one is still there. */
  ready: Prepared | undefined;
}

export function usePreparing(page: Page): Preparing {
  const waiting = useRef<Prepared | undefined>(undefined);
  const [ready, setReady] = useState<Prepared>();
  const isThere = (wanted: Prepared) => wanted.me === page.me && wanted.place === page.place;
  useEffect(() => {
    const wanted = waiting.current;
    if (!wanted || !isThere(wanted) || !page.ready || !fill(wanted.text)) return;
    waiting.current = undefined;
    setReady(wanted);
  });
  return {
    ready: ready && isThere(ready) ? ready : undefined,
    prepare: (wanted) => {
      waiting.current = wanted;
      setReady(undefined);
      page.become(wanted.me);
      page.go(wanted.place);
    },
  };
}

/** Writes into the box as a hand would, so that the box knows of it; false while there is no box. */
function fill(text: string): boolean {
  const box = document.querySelector<HTMLTextAreaElement>('#main .composer textarea');
  if (!box) return false;
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  box.focus();
  return true;
}
