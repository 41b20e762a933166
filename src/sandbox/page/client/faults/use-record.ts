// The record of calls, kept fresh while the panel is open.
import type { Page } from '../state.ts';
import { askRecord, type Recorded } from './ask.ts';
import { useFresh } from './use-fresh.ts';

/** So many lines are kept. */
const MOST = 300;

/** The record as it was last read; `undefined` before that. */
export function useRecord(page: Page): Recorded | undefined {
  return useFresh(page, readOn);
}

async function readOn(known: Recorded | undefined): Promise<Recorded> {
  const fresh = await askRecord(known?.last ?? 0);
  // A sandbox that was opened anew counts anew.
  if (known && fresh.last < known.last) return askRecord(0);
  return { ...fresh, calls: [...(known?.calls ?? []), ...fresh.calls].slice(-MOST) };
}
