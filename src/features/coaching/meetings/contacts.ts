import type { Source } from '../contacts/source.ts';

export const meetingsContacts: readonly Source[] = [];
