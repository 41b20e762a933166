// The clock as the sandbox has it: asked for when something has changed on the page, and a few times a second while it runs.
import { useEffect, useState } from 'preact/hooks';
import { useFresh } from '../faults/use-fresh.ts';
import type { Page } from '../state.ts';
import { askClock, type ClockSight, tellClock } from './ask.ts';

const OFTEN = 200;

/** `undefined` where nobody can move it. */
export function useClock(page: Page): ClockSight | undefined {
  const { scene, me } = page;
  const fresh = useFresh<ClockSight>(page, () => askClock());
  const [running, setRunning] = useState<ClockSight>();
  const isMoving = fresh?.moving != null;
  useEffect(() => {
    if (!isMoving) return undefined;
    let over = false;
    const look = () =>
      askClock().then(
        (clock) => over || setRunning(clock),
        () => undefined,
      );
    const timer = setInterval(() => void look(), OFTEN);
    return () => {
      over = true;
      clearInterval(timer);
      setRunning(undefined);
    };
  }, [isMoving]);
  // Whoever is acted as decides for themselves while the clock runs.
  useEffect(() => {
    if (scene.clock) tellClock({ as: me }).catch(() => undefined);
  }, [scene.clock, me]);
  return scene.clock ? (running ?? fresh) : undefined;
}
