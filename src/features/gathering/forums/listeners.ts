// What forums listen to: the word, one's own place, and the dates. What is pressed while the hour runs stands in `hour/`.
import type { Ears } from '../../../platform/slack/spoken.ts';
import { onForum as hearForum, onList, WHICH } from './enter.ts';
import { LIST } from './list-views.ts';
import { datePresses, dateSubmits } from './offer-ears.ts';
import { seatPresses } from './seat-ears.ts';
import { onUndelivered, undeliveredPresses } from './undelivered.ts';

/** `/coachingpairs forum` */
export const onForum = hearForum;

export const ears: Ears = {
  presses: { [WHICH]: onList, [LIST]: onList, ...seatPresses, ...datePresses, ...undeliveredPresses },
  submits: dateSubmits,
  events: { undelivered: onUndelivered },
};
