// The samples of the pairing room: what comes before a round, the round before anyone hears of it, the match, and what changes afterwards.
import type { Sample } from '../sample.ts';
import { changingSamples } from './changing.ts';
import { choosingSamples } from './choosing.ts';
import { matchSamples, noticeSamples } from './match.ts';
import { partnerSamples } from './partners.ts';
import { previewSamples } from './preview.ts';
import { tryingSamples } from './trying.ts';

export const pairingSamples: readonly Sample[] = [
  ...choosingSamples,
  ...noticeSamples,
  ...previewSamples,
  ...tryingSamples,
  ...matchSamples,
  ...partnerSamples,
  ...changingSamples,
];
