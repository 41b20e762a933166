// What this room may send without having been asked for, beside what a check-in carries.
import type { Source } from '../coaching/contacts/source.ts';
import { closingContacts } from './closing/contacts.ts';
import { selfCheck } from './self-check.ts';
import { youSaid } from './you-said.ts';

export const reviewingContacts: readonly Source[] = [selfCheck, youSaid, ...closingContacts];
