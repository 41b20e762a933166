// The samples of the coaching room, in the order in which people meet them.
import type { Sample } from '../sample.ts';
import { agreementSamples } from './agreement.ts';
import { checkinSamples } from './checkins.ts';
import { commitmentSamples } from './commitments.ts';
import { fortnightSamples } from './fortnight.ts';
import { helpSamples } from './help.ts';
import { meetingSamples } from './meetings.ts';
import { noteSamples } from './notes.ts';
import { pickingSamples } from './picking.ts';

export const coachingSamples: readonly Sample[] = [
  ...fortnightSamples,
  ...noteSamples,
  ...meetingSamples,
  ...pickingSamples,
  ...agreementSamples,
  ...checkinSamples,
  ...commitmentSamples,
  ...helpSamples,
];
