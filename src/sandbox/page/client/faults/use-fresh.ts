// Keeps something that is asked of the sandbox fresh: it is asked for again whenever there is something new to see on the page.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../state.ts';

interface Reading<Value> {
  now: Value | undefined;
  isOn: boolean;
  again: boolean;
}

/** What `read` gave last, told what it gave before; `undefined` before the first time. One reading at a time, and none that would come too late. */
export function useFresh<Value>(page: Page, read: (known: Value | undefined) => Promise<Value>): Value | undefined {
  const { scene, busy } = page;
  const [value, setValue] = useState<Value>();
  const reading = useRef<Reading<Value>>({ now: undefined, isOn: false, again: false });
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const state = reading.current;
    // A new scene, or the end of a deed: either may have changed what is asked for.
    state.again = scene !== undefined || busy;
    if (state.isOn) return;
    state.isOn = true;
    void (async () => {
      while (state.again) {
        state.again = false;
        // Without an answer the page itself says that the sandbox is gone.
        state.now = await latest.current(state.now).catch(() => state.now);
        setValue(state.now);
      }
      state.isOn = false;
    })();
  }, [scene, busy]);
  return value;
}
