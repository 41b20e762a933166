import type { Source } from '../contacts/source.ts';

export const checkinsContacts: readonly Source[] = [];
