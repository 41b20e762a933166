// The kinds of message that this room sends unasked; its parts and later rooms add their own in the timetable.
import { backs } from '../backs.ts';
import { openers } from '../openers.ts';
import { quiet } from '../quiet.ts';
import type { Source } from './source.ts';

export const coachingContacts: readonly Source[] = [openers, quiet, backs];
