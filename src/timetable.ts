// Everything that time alone sets going, in the order in which it is looked at.
import { openers } from './features/coaching/openers.ts';
import { rosterLookUp } from './features/joining/look-up-roster.ts';
import { resumes } from './features/joining/resume.ts';
import { retention } from './features/leaving/retention.ts';
import { confirmations } from './features/pairing/confirmations.ts';
import { rotationNotices } from './features/pairing/rotation-notices.ts';
import { rotations } from './features/pairing/rotations.ts';
import type { Stream } from './platform/schedule/stream.ts';

export const timetable: readonly Stream[] = [rosterLookUp, resumes, rotationNotices, rotations, confirmations, openers, retention];
