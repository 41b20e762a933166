// What this part of the room listens to, put together: leaders who host a team, and those whom they ask.
import type { Ears } from '../../../platform/slack/spoken.ts';
import { answerPresses } from './answer-ears.ts';
import { hostForms, hostPresses, onTeam as onTyped } from './host-ears.ts';

/** `/coachingpairs team` */
export const onTeam = onTyped;

export const ears: Ears = { presses: { ...hostPresses, ...answerPresses }, submits: hostForms };
