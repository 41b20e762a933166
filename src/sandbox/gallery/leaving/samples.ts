// The samples of the leaving room, in the order in which people meet them.
import type { Sample } from '../sample.ts';

export const leavingSamples: readonly Sample[] = [];
