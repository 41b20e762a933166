// The rooms' ears, in the order of the rooms. A new room is one line here.
import type { Ears } from './platform/slack/spoken.ts';

export const rooms: readonly Ears[] = [];
