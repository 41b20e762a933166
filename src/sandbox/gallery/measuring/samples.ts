// The samples of the measuring room, in the order in which people meet them.
import type { Sample } from '../sample.ts';

export const measuringSamples: readonly Sample[] = [];
