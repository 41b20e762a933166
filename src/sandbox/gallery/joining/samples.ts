// The samples of the joining room, in the order in which people meet them.
import type { Sample } from '../sample.ts';
import { joiningMessages } from './messages.ts';
import { pauseSamples } from './pauses.ts';
import { profileSamples } from './profiles.ts';
import { rosterSamples } from './rosters.ts';

export const joiningSamples: readonly Sample[] = [...rosterSamples, ...joiningMessages, ...profileSamples, ...pauseSamples];
