import type { Source } from '../coaching/contacts/source.ts';

export const reviewingContacts: readonly Source[] = [];
