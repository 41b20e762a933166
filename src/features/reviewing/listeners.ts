// What the reviewing room listens to: the pulses, and the end of a round.
import type { Ears } from '../../platform/slack/spoken.ts';
import { ears as closing } from './closing/listeners.ts';
import { pulseEars } from './pulse-ears.ts';

export const ears: Ears = {
  presses: { ...pulseEars.presses, ...closing.presses },
  submits: { ...pulseEars.submits, ...closing.submits },
};
