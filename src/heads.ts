// The heads that may think in a thread of their own, beside the loop that hears Slack. A new one is one line here.
import { lettersMissing, slideDrawing } from './features/gathering/together/pack/draw-slides.ts';
import { drawing, readying } from './features/pairing/draw.ts';
import { offering } from './features/pairing/preview/offers.ts';
import { inviting } from './features/pairing/rematching/inviting.ts';
import { mending } from './features/pairing/rematching/mending.ts';
import type { Heads } from './platform/thinking/in-thread.ts';

export const heads: Heads = [drawing, readying, offering, mending, inviting, lettersMissing, slideDrawing];
