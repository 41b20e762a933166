// The messages about meetings that nobody asked for: the card before a meeting, and "Pick a time" where there is none. When they go out is decided
// with all others (see ../contacts/).
import type { Source } from '../contacts/source.ts';
import { cardSource } from './card-source.ts';
import { pickSource } from './pick-source.ts';

export const meetingsContacts: readonly Source[] = [cardSource, pickSource];
