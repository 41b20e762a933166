// The messages of this part that nobody asked for: the check-in of each fortnight, the one reminder, and once a word to a pair that has not met for
// two fortnights. When they go out is decided with all others (see ../contacts/).

import type { Source } from '../contacts/source.ts';
import { againSource } from './send-again.ts';
import { checkinSource } from './send-checkin.ts';
import { nudgeSource } from './send-nudge.ts';
import { stallSource } from './stall.ts';

export const checkinsContacts: readonly Source[] = [checkinSource, againSource, nudgeSource, stallSource];
