// The samples of the reviewing room, in the order in which people meet them.
import type { Sample } from '../sample.ts';

export const reviewingSamples: readonly Sample[] = [];
