// Keeps the memory of a process that mostly waits small. V8 lets the space for young objects grow to tens of megabytes when a program loads,
// and keeps it; collecting a small one more often costs the bot nothing that anybody notices.
import { setFlagsFromString } from 'node:v8';

/** To be called before the program is loaded: what has grown does not shrink again. */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
