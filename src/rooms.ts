// The rooms' ears, in the order of the rooms. A new room is one line here.
import { home } from './commands.ts';
import { ears as agreement } from './features/coaching/agreement/listeners.ts';
import { ears as checkins } from './features/coaching/checkins/listeners.ts';
import { ears as help } from './features/coaching/help/listeners.ts';
import { ears as coaching } from './features/coaching/listeners.ts';
import { ears as meetings } from './features/coaching/meetings/listeners.ts';
import { ears as founding } from './features/founding/listeners.ts';
import { ears as forumHour } from './features/gathering/forums/hour/listeners.ts';
import { ears as forums } from './features/gathering/forums/listeners.ts';
import { ears as teams } from './features/gathering/teams/listeners.ts';
import { ears as teamWeeks } from './features/gathering/teams/weeks/listeners.ts';
import { ears as together } from './features/gathering/together/listeners.ts';
import { ears as joining } from './features/joining/listeners.ts';
import { ears as leaving } from './features/leaving/listeners.ts';
import { ears as measuring } from './features/measuring/listeners.ts';
import { ears as pairing } from './features/pairing/listeners.ts';
import { ears as reviewing } from './features/reviewing/listeners.ts';
import type { Ears } from './platform/slack/spoken.ts';

export const rooms: readonly Ears[] = [
  founding,
  joining,
  pairing,
  coaching,
  meetings,
  checkins,
  agreement,
  help,
  reviewing,
  forums,
  forumHour,
  teams,
  teamWeeks,
  together,
  measuring,
  leaving,
  home.ears,
];
