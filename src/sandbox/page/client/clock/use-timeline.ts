// The timeline's weeks, asked for again when something has happened or when another part of it is wanted. One answer at a time.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../state.ts';
import { askTimeline, type Narrowed, type TimelineSight } from './ask.ts';

export function useTimeline({ scene, busy }: Page, narrowed: Narrowed): TimelineSight | undefined {
  const [sight, setSight] = useState<TimelineSight>();
  const asking = useRef({ isOn: false, again: false, narrowed });
  asking.current.narrowed = narrowed;
  const { person, pair, kind } = narrowed;
  useEffect(() => {
    const state = asking.current;
    state.again = scene !== undefined || busy || person + pair + kind !== '';
    if (state.isOn) return;
    state.isOn = true;
    void (async () => {
      while (state.again) {
        state.again = false;
        const answer = await askTimeline(state.narrowed).catch(() => undefined);
        // A fresh answer to an old question is not shown.
        if (answer && !state.again) setSight(answer);
      }
      state.isOn = false;
    })();
  }, [scene.now, busy, person, pair, kind]);
  return sight;
}
