// Every sample of the gallery, in the order of a round's life.
import { appSamples } from './app/samples.ts';
import { coachingSamples } from './coaching/samples.ts';
import { foundingSamples } from './founding/samples.ts';
import { gatheringSamples } from './gathering/samples.ts';
import { homeSamples } from './home/samples.ts';
import { joiningSamples } from './joining/samples.ts';
import { leavingSamples } from './leaving/samples.ts';
import { measuringSamples } from './measuring/samples.ts';
import { pairingSamples } from './pairing/samples.ts';
import { reviewingSamples } from './reviewing/samples.ts';
import type { Sample } from './sample.ts';

export interface Room {
  /** The room's name in the source, with which the ids of its samples begin. */
  room: string;
  title: string;
  samples: readonly Sample[];
}

export const rooms: readonly Room[] = [
  { room: 'founding', title: 'A programme begins', samples: foundingSamples },
  { room: 'joining', title: 'Leaders come in, sit out and come back', samples: joiningSamples },
  { room: 'pairing', title: 'Who with whom', samples: pairingSamples },
  { room: 'coaching', title: 'The fortnight', samples: coachingSamples },
  { room: 'reviewing', title: 'Half way and at the end', samples: reviewingSamples },
  { room: 'gathering', title: 'Groups, teams and the gathering', samples: gatheringSamples },
  { room: 'measuring', title: 'What is reported', samples: measuringSamples },
  { room: 'leaving', title: 'Leaving, and one’s own data', samples: leavingSamples },
  { room: 'home', title: 'The Home tab', samples: homeSamples },
  { room: 'app', title: 'Help, refusals and faults', samples: appSamples },
];
