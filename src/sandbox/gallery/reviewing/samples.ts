// The samples of the reviewing room, in the order in which people meet them.
import type { Sample } from '../sample.ts';
import { closingSamples } from './closing.ts';
import { handOnSamples } from './hand-on.ts';
import { pulseSamples } from './pulses.ts';

export const reviewingSamples: readonly Sample[] = [...pulseSamples, ...closingSamples, ...handOnSamples];
