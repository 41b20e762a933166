// Everything that time alone sets going, in the order in which it is looked at.
import type { Stream } from './platform/schedule/stream.ts';

export const timetable: readonly Stream[] = [];
