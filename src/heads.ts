// The heads that may think in a thread of their own, beside the loop that hears Slack. A new one is one line here.
import { drawing } from './features/pairing/draw.ts';
import type { Heads } from './platform/thinking/in-thread.ts';

export const heads: Heads = [drawing];
