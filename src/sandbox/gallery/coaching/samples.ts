// The samples of the coaching room, in the order in which people meet them.
import type { Sample } from '../sample.ts';

export const coachingSamples: readonly Sample[] = [];
