// Nothing of the agreement comes unasked: `m.agree` answers a first booking, and half way its question stands on the card of fortnight 7.
import type { Source } from '../contacts/source.ts';

export const agreementContacts: readonly Source[] = [];
