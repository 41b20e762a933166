// Where what is said of a share lies between nothing and everything, in percent: for bars, and for what hangs on the share. Pure.
import { type Band, bandFrom, bandNames } from '../reviewing/thresholds.ts';

/** One band or several next to each other; or a whole percentage: rounded, exact, or a bound. */
export type Share = { bands: readonly Band[] } | { percent: number; is: 'about' | 'exactly' | 'or-more' | 'or-less' };

export interface Reach {
  sure: number;
  most: number;
}

export function reachOf(share: Share): Reach {
  if ('bands' in share) {
    const [first = 'few', last = first] = [share.bands[0], share.bands.at(-1)];
    const next = bandNames[bandNames.indexOf(last) + 1];
    return { sure: bandFrom[first], most: next ? bandFrom[next] : 100 };
  }
  const { percent, is } = share;
  return { sure: is === 'or-less' ? 0 : percent, most: is === 'or-more' ? 100 : percent };
}
