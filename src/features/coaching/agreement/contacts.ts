import type { Source } from '../contacts/source.ts';

export const agreementContacts: readonly Source[] = [];
