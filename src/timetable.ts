// Everything that time alone sets going, in the order in which it is looked at.
import { openers } from './features/coaching/openers.ts';
import type { Stream } from './platform/schedule/stream.ts';

export const timetable: readonly Stream[] = [openers];
