// What the end of a round listens to, gathered from its parts. Whose anything is, is looked up anew at every press.
import type { Ears } from '../../../platform/slack/spoken.ts';
import { handOnPresses, handOnSubmits } from './hand-on-ears.ts';
import { insightPresses, insightSubmits } from './insight-ears.ts';
import { linePresses, lineSubmits } from './line-ears.ts';
import { lookBackPresses, lookBackSubmits } from './look-back-ears.ts';
import { nextPresses, nextSubmits } from './next-ears.ts';

export const ears: Ears = {
  presses: { ...lookBackPresses, ...insightPresses, ...handOnPresses, ...linePresses, ...nextPresses },
  submits: { ...lookBackSubmits, ...insightSubmits, ...handOnSubmits, ...lineSubmits, ...nextSubmits },
};
