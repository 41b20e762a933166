// "Let time pass": until somebody has been asked, and then everything stands ready to answer, so that the visitor need not press a second time.
import { useEffect, useState } from 'preact/hooks';
import { MESSAGES } from '../link.ts';
import type { Page } from '../state.ts';
import { askFacts, stopClock } from './facts.ts';
import { type Passing, type Prepared, stepsOf } from './steps.ts';

/** `next` is what the step prepares, as soon as it can; then time need not pass any further. */
export function usePassing(
  page: Page,
  next: Prepared | undefined,
  prepare: (wanted: Prepared) => void,
): (passing: Passing) => Promise<void> {
  const [isWaiting, setWaiting] = useState(false);
  const isThere = next !== undefined;
  useEffect(() => {
    if (isWaiting && isThere) void stopClock();
  }, [isWaiting, isThere]);
  return async ({ by, as }) => {
    // Whoever is acted as does nothing by themselves meanwhile.
    page.become(as);
    page.go(MESSAGES);
    setWaiting(true);
    const moved = await page.move(by);
    setWaiting(false);
    if (!moved) return;
    // What the step says next takes the place of how much has happened, which would hide the question.
    page.say(undefined);
    // Only now has everyone been asked whose hour it is.
    const come = stepsOf(await askFacts(), page.scene).find(({ done }) => !done)?.prepare;
    if (come) prepare(come);
  };
}
